"""The facts of a certificate, gathered at issue from the completion and the issuer's settings."""

from datetime import date
from typing import Any

from django.conf import settings

from certificates.domain.facts import EditionSeen, Result, Signatory
from certificates.domain.states import valid_until
from certificates.models import IssuerSettings
from certificates.rendering.paper import LANGUAGES
from guidelines.models import Edition
from guidelines.selectors import frozen_text
from learning.models import CourseCompletion
from quizzes.domain.judging import whole_percent

_SOURCE = settings.LANGUAGE_CODE


def issuer_facts(issuer: IssuerSettings) -> dict[str, Any]:
    """Return the part of the facts that the issuer's settings say: who, where, who signs, where to verify."""
    return {
        "issuer": {"uz": issuer.name_uz, "ru": issuer.name_ru, "en": issuer.name_en},
        "place": {"uz": issuer.place_uz, "ru": issuer.place_ru, "en": issuer.place_en},
        "signatories": (Signatory("director", issuer.director), Signatory("secretary", issuer.secretary)),
        "verify_at": f"{settings.PUBLIC_URL}/verify/",
        "is_sample": issuer.is_sample,
    }


def completion_facts(completion: CourseCompletion, *, issued_on: date) -> dict[str, Any]:
    """Return the part of the facts that was learned: course, hours, period, result, edition, validity.

    The result is printed out of 100, rounded down: questions with partial credit count in parts of a point.
    """
    facts = completion.facts
    score = facts.get("final_score")
    return {
        "title": _in_every_language(facts["titles"]),
        "hours": facts["hours"],
        "started_on": date.fromisoformat(facts["started_on"]),
        "completed_on": date.fromisoformat(facts["completed_on"]),
        "form": "distance",
        "result": Result(whole_percent(score["points"], score["maximum"]), 100) if score else None,
        "edition": _edition(facts.get("edition")),
        "issued_on": issued_on,
        "valid_from": issued_on,
        "valid_until": valid_until(issued_on, facts.get("validity_months")),
    }


def _edition(seen: dict[str, Any] | None) -> EditionSeen | None:
    """Return number and titles of the edition, as they are frozen in its text."""
    if seen is None:
        return None
    edition = Edition.objects.get(code__key=seen["code"], number=seen["number"])
    titles = {language: frozen_text(edition, language).title for language in LANGUAGES}
    return EditionSeen(edition.number, titles)


def _in_every_language(texts: dict[str, str]) -> dict[str, str]:
    """Return a text for each paper; a missing translation reads as the source."""
    return {language: texts.get(language) or texts[_SOURCE] for language in LANGUAGES}
