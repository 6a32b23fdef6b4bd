from django.apps import AppConfig


class LearningConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "learning"

    def ready(self) -> None:
        """Declare what is personal, and listen to lower apps."""
        from . import privacy, receivers  # noqa: F401
