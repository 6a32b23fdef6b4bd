from django.apps import AppConfig


class LearningConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "learning"
