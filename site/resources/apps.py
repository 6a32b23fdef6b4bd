from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "resources"

    def ready(self) -> None:
        """Register what the privacy registry asks for."""
        from core import content_state

        from . import privacy  # noqa: F401
        from .models import ResourceTag

        content_state.watch(ResourceTag)
