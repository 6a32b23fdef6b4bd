from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "resources"
