from django.apps import AppConfig


class DashboardConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "dashboard"
