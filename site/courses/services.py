"""Verbs about courses: keep a course as it reads now, so that somebody can rely on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import nh3
from django.db import transaction
from wagtail.rich_text import expand_db_html

from core.canonical import canonical_json, digest

from .domain.frozen import CourseSpec, CourseWords, spec_of, words_of
from .domain.frozen_programme import ProgrammeWords
from .models import Course, CoursePage, CourseVersion, ProgrammeVersion
from .reading import SOURCE, course_pages, read_outline
from .selectors import languages


class CourseNotOffered(Exception):
    """The course has no live source page. `str()` names its key, for logs."""


@dataclass(frozen=True)
class FrozenCourse:
    """A version of a course, and what the course is called at this moment.

    Attributes:
        version: structure and rules. Its texts are all that there ever were, so they do not tell which holds now.
        titles: by language code; the source language is always among them.
    """

    version: CourseVersion
    titles: Mapping[str, str]


def freeze_course(*, course_key: UUID | str, now: datetime) -> CourseVersion:
    """Do what `freeze` does and return the version alone."""
    return freeze(course_key=course_key, now=now).version


@transaction.atomic
def freeze(*, course_key: UUID | str, now: datetime) -> FrozenCourse:
    """Keep the course as its source page stands, with its words in every live language; equal content is kept once.

    Raises:
        CourseNotOffered: if the source page is not live.
    """
    pages = course_pages(course_key, set(languages()))
    if SOURCE not in pages:
        raise CourseNotOffered(str(course_key))
    outlines = {language: read_outline(pages, language) for language in languages() if language in pages}
    course = ensure_course(page=pages[SOURCE])
    version = _keep_version(course, spec_of(outlines[SOURCE]), now)
    for language, outline in outlines.items():
        page = pages[language]
        words = words_of(outline, language=language, intro=clean_html(page.intro), outcomes=_outcomes(page))
        keep_text(version, words, now=now)
    return FrozenCourse(version, {language: outline.title for language, outline in outlines.items()})


@transaction.atomic
def ensure_course(*, page: CoursePage) -> Course:
    """Return the identity row of a course, made at the first call.

    Its key is the page's slug; where another course once had that slug, a number is added, for keys are never reused.
    """
    course = Course.objects.filter(translation_key=page.translation_key).first()
    if course is not None:
        return course
    key, number = page.slug, 1
    while Course.objects.filter(key=key).exists():
        number += 1
        key = f"{page.slug}-{number}"
    return Course.objects.get_or_create(translation_key=page.translation_key, defaults={"key": key})[0]


def _keep_version(course: Course, spec: CourseSpec, now: datetime) -> CourseVersion:
    payload = canonical_json(spec)
    version, _made = CourseVersion.objects.get_or_create(
        digest=digest(payload),
        defaults={"course": course, "schema": spec.schema, "payload": payload, "created_at": now},
    )
    return version


def keep_text(
    version: CourseVersion | ProgrammeVersion, words: CourseWords | ProgrammeWords, *, now: datetime
) -> None:
    """Keep the words of a version in one language; equal words are kept once."""
    payload = canonical_json(words)
    version.texts.get_or_create(
        language=words.language,
        digest=digest(payload),
        defaults={"payload": payload, "created_at": now},
    )


def clean_html(source: str) -> str:
    """Return rich text as it is kept: links resolved, then cleaned; "" for none."""
    return nh3.clean(expand_db_html(source)).strip() if source else ""


def _outcomes(page: CoursePage) -> dict[str, str]:
    return {block.id: str(block.value) for block in page.outcomes if block.id}
