from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "home"
