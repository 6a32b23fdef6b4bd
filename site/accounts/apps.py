from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "accounts"

    def ready(self) -> None:
        """Register what is kept about people, hear allauth, leave a chore with the tick."""
        from core import ticking

        from . import privacy, privacy_libraries, receivers  # noqa: F401
        from .services import erase_what_came_late

        ticking.register("accounts.erase_what_came_late", erase_what_came_late)
