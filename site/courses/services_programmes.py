"""Verbs about programmes: keep a programme as it reads now, so that a group can rely on it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from core.canonical import canonical_json, digest

from .domain import frozen_programme
from .domain.frozen_programme import ProgrammeSpec, ProgrammeWords
from .models import CoursePage, Programme, ProgrammePage, ProgrammeVersion
from .reading import SOURCE
from .selectors import languages
from .services import clean_html, ensure_course, keep_text


class ProgrammeNotOffered(Exception):
    """The programme has no live source page. `str()` names its key, for logs."""


@transaction.atomic
def freeze_programme(*, programme_key: UUID | str, now: datetime) -> ProgrammeVersion:
    """Keep a programme as its source page stands, with its words in every live language; equal content is kept once.

    Its live courses get their identity rows, so that whoever relies on the programme can name them.

    Raises:
        ProgrammeNotOffered: if the source page is not live.
    """
    found = ProgrammePage.objects.live().filter(translation_key=programme_key).select_related("locale")
    pages = {page.locale.language_code: page for page in found}
    if SOURCE not in pages:
        raise ProgrammeNotOffered(str(programme_key))
    source = pages[SOURCE]
    payload = canonical_json(_spec(source))
    version, _made = ProgrammeVersion.objects.get_or_create(
        digest=digest(payload),
        defaults={
            "programme": ensure_programme(page=source),
            "schema": frozen_programme.SCHEMA,
            "payload": payload,
            "created_at": now,
        },
    )
    for language in languages():
        if language in pages:
            keep_text(version, _words(pages[language], language), now=now)
    return version


@transaction.atomic
def ensure_programme(*, page: ProgrammePage) -> Programme:
    """Return the identity row of a programme, made at the first call.

    Its key is the page's slug; where another programme once had that slug, a part of the page's key is added.
    """
    taken = Programme.objects.filter(key=page.slug).exclude(translation_key=page.translation_key).exists()
    key = f"{page.slug[:60]}-{page.translation_key.hex[:12]}" if taken else page.slug
    return Programme.objects.get_or_create(translation_key=page.translation_key, defaults={"key": key})[0]


def _spec(source: ProgrammePage) -> ProgrammeSpec:
    live = CoursePage.objects.live().filter(locale=source.locale, slug__in=source.course_keys)
    courses = {page.slug: ensure_course(page=page) for page in live}
    return ProgrammeSpec(
        schema=frozen_programme.SCHEMA,
        programme_key=str(source.translation_key),
        slug=source.slug,
        hours=source.hours,
        course_keys=tuple(str(courses[slug].translation_key) for slug in source.course_keys if slug in courses),
        certificate_validity_months=source.certificate_validity_months,
    )


def _words(page: ProgrammePage, language: str) -> ProgrammeWords:
    return ProgrammeWords(frozen_programme.SCHEMA, language, page.title, page.summary, clean_html(page.intro))
