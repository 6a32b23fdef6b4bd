"""What courses listen for: a page of a course was saved, deleted or moved, which is told upward."""

from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

from core.models import ActivityContainer, ActivityPage

from .models import CoursePage
from .signals import course_changed

#: Depth of a course in the page tree: root, home, catalogue, course.
COURSE_DEPTH = 4


@receiver([post_save, post_delete], dispatch_uid="courses.receivers.changed")
def tell_of_change(sender: type, instance: Any, **kwargs: Any) -> None:
    """Tell that a course changed when it, one of its modules or of its steps was saved or deleted."""
    if isinstance(instance, CoursePage | ActivityContainer | ActivityPage):
        _tell(instance)


@receiver(post_page_move, dispatch_uid="courses.receivers.moved")
def tell_of_move(sender: type, instance: Page, **kwargs: Any) -> None:
    """Tell that the course changed which a page left, and the one that it came to."""
    for page in (kwargs.get("parent_page_before"), kwargs.get("parent_page_after"), instance):
        if page is not None and page.depth >= COURSE_DEPTH:
            _tell(page.specific)


def _tell(page: Page) -> None:
    """Name the course of a page that structure and rules are read from; translations only bring words."""
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return
    path = page.path[: COURSE_DEPTH * page.steplen]
    keys = CoursePage.objects.filter(path=path).values_list("translation_key", flat=True)
    for key in {page.translation_key} if isinstance(page, CoursePage) else set(keys):
        course_changed.send(sender=CoursePage, course_key=key)
