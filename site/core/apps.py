from django.apps import AppConfig


class CoreConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "core"
