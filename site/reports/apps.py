from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "reports"
