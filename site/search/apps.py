from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "search"
