"""Outlines kept for showing: made once, dropped as soon as a page of the course changes, which is told upward.

Only pages that show a course read from here. What judges a learner reads the pages themselves.
"""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from wagtail.models import Page

from .domain.outline import Outline
from .models import CoursePage
from .signals import course_changed

#: A reader that began before an edit may keep the old outline this long at most (seconds).
LONGEST = 60
#: Depth of a course in the page tree: root, home, catalogue, course.
COURSE_DEPTH = 4


def kept(course_key: UUID | str, language: str) -> Outline | None:
    """Return the kept outline of a course, or None."""
    return cache.get(_name(course_key, language))


def keep(outline: Outline, language: str) -> None:
    """Keep an outline for the next reader."""
    cache.set(_name(outline.course_key, language), outline, LONGEST)


def forget(page: Page) -> None:
    """Drop what is kept of the course that `page` belongs to, now and again when the transaction is through.

    Whoever listens to `course_changed` hears of it when the page is one that structure and rules are read from.
    """
    if isinstance(page, CoursePage):
        keys = {page.translation_key}
    else:
        path = page.path[: COURSE_DEPTH * page.steplen]
        source_keys = CoursePage.objects.filter(path=path)
        keys = set(source_keys.values_list("translation_key", flat=True))
    names = [_name(key, language) for key in keys for language, _title in settings.LANGUAGES]
    if names:
        cache.delete_many(names)
        transaction.on_commit(lambda: cache.delete_many(names))
    if page.locale.language_code == settings.LANGUAGE_CODE:
        for key in keys:
            course_changed.send(sender=CoursePage, course_key=key)


def page_changed(sender: type, instance: Any, **kwargs: Any) -> None:
    """Forget the outline when a course, a module or a step was saved or deleted."""
    from core.models import ActivityContainer, ActivityPage

    if isinstance(instance, CoursePage | ActivityContainer | ActivityPage):
        forget(instance)


def page_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    """Forget the outlines of the course that a page left and of the one that it came to."""
    before, after = kwargs.get("parent_page_before"), kwargs.get("parent_page_after")
    for page in (before, after, instance):
        if page is not None and page.depth >= COURSE_DEPTH:
            forget(page.specific)


def _name(course_key: UUID | str, language: str) -> str:
    return f"outline:1:{course_key}:{language}"
