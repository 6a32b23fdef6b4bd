from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "home"

    def ready(self) -> None:
        """Register what the privacy registry asks for."""
        from core import content_state

        from . import privacy  # noqa: F401
        from .models import ContactSettings, HotlineEntry

        content_state.watch(ContactSettings, HotlineEntry)
