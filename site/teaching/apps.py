from django.apps import AppConfig


class TeachingConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "teaching"
