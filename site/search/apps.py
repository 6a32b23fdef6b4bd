from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "search"

    def ready(self) -> None:
        """Listen to what is published, and follow the calendar."""
        from core import ticking

        from . import chores, privacy, receivers  # noqa: F401

        ticking.register("search.follow_editions", chores.follow_editions)
