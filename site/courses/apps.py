from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "courses"

    def ready(self) -> None:
        """Declare what is personal; tell of changes of courses."""
        from core import content_state

        from . import privacy, receivers  # noqa: F401
        from .models import CourseTag

        content_state.watch(CourseTag)
