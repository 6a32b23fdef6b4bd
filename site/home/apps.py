from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "home"

    def ready(self) -> None:
        """Tell sign-up where the privacy notice is."""
        from accounts.privacy_notice import set_provider

        from .live_privacy_notice import live_privacy_notice

        set_provider(live_privacy_notice)
