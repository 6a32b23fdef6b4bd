"""What the public pages of courses show, prepared: templates ask nothing of the database."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from competences.models import Competence, Modality
from core.citations import cited_in
from core.localised import localised

from .catalogue import CourseCard, Filters, choices, course_cards, programme_pages
from .models import CoursePage, LessonPage, ProgrammePage
from .selectors import shown_outline


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def sign_in_url(next_url: str) -> str:
    """Return where a visitor signs in and comes back from to `next_url`."""
    return f"{reverse('account_login')}?{urlencode({'next': next_url})}"


def catalogue_context(request: HttpRequest) -> dict[str, Any]:
    """Return the courses that answer to the query string, and what else can be asked."""
    language = _language()
    filters = Filters.from_query(request.GET)
    cards = course_cards(language=language, request=request)
    return {
        "filters": filters,
        "choices": choices(cards, filters, language),
        "cards": [card for card in cards if card.answers(filters)],
        "programmes": programme_pages(language=language) if filters.is_empty else [],
    }


def course_context(page: CoursePage, request: HttpRequest) -> dict[str, Any]:
    """Return a course's outline, subjects, what must be done before, a sample, and the way in."""
    language = _language()
    source = page.source()
    outline = shown_outline(course_key=page.translation_key, language=language)
    activities = outline.activities if outline else ()
    return {
        "outline": outline,
        "steps_count": len(activities),
        "sample": next((step for step in activities if step.is_sample), None),
        "code_steps": [step for step in activities if step.code_key],
        "competences": [
            f"{row.code} {localised(row.names, language)}"
            for row in Competence.objects.filter(key__in=source.competence_keys)
        ],
        "modalities": [
            localised(row.names, language) for row in Modality.objects.filter(key__in=source.modality_keys)
        ],
        "prerequisites": _cards(language, request, source.prerequisite_keys),
        "sign_in_url": sign_in_url(page.get_url(request) or ""),
    }


def programme_context(page: ProgrammePage, request: HttpRequest) -> dict[str, Any]:
    """Return the courses of a programme, in its order."""
    source = page.source()
    return {"cards": _cards(_language(), request, source.course_keys), "rules": source}


def lesson_context(page: LessonPage, request: HttpRequest) -> dict[str, Any]:
    """Return the course that a sample lesson belongs to and the way into it."""
    course = course_of(page)
    return {
        "course": course,
        "course_url": course.get_url(request) if course else "",
        "rules": page.source(),
        "citations": cited_in(page.body, _language()),
    }


def course_of(page: LessonPage) -> CoursePage | None:
    """Return the course above a step or module."""
    return CoursePage.objects.ancestor_of(page).last()


def _cards(language: str, request: HttpRequest, slugs: list[str]) -> list[CourseCard]:
    """Return the cards of courses by slug, in the given order; unknown slugs are left out."""
    if not slugs:
        return []
    by_slug = {card.slug: card for card in course_cards(language=language, request=request)}
    return [by_slug[slug] for slug in slugs if slug in by_slug]
