from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "home"

    def ready(self) -> None:
        """Register what the privacy registry asks for, and where the privacy notice is read."""
        from accounts.privacy_notice import set_provider
        from core import content_state

        from . import privacy  # noqa: F401
        from .live_privacy_notice import live_privacy_notice
        from .models import ContactSettings, HotlineEntry

        content_state.watch(ContactSettings, HotlineEntry)
        set_provider(live_privacy_notice)
