from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "courses"

    def ready(self) -> None:
        """Declare what is personal, and forget kept outlines when pages change."""
        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import post_page_move

        from core import content_state

        from . import keeping, privacy  # noqa: F401
        from .models import CourseTag

        content_state.watch(CourseTag)

        post_save.connect(keeping.page_changed, dispatch_uid="courses.keeping.saved")
        post_delete.connect(keeping.page_changed, dispatch_uid="courses.keeping.deleted")
        post_page_move.connect(keeping.page_moved, dispatch_uid="courses.keeping.moved")
