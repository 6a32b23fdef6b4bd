from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "resources"

    def ready(self) -> None:
        """Register what the privacy registry asks for."""
        from . import privacy  # noqa: F401
