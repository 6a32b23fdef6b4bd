from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "accounts"

    def ready(self) -> None:
        """Register what is kept about people, and hear allauth."""
        from . import privacy, privacy_libraries, receivers  # noqa: F401
