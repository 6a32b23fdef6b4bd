from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "notices"
