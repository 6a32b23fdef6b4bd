from django.apps import AppConfig


class GuidelinesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "guidelines"
