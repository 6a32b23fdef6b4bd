from django.apps import AppConfig


class CohortsConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "cohorts"
