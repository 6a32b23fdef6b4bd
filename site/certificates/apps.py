from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "certificates"

    def ready(self) -> None:
        """Declare what is personal, listen to lower apps, register what the tick looks after."""
        from . import housekeeping, privacy, receivers  # noqa: F401
