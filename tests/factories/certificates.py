"""Completed courses and certificates, written as rows: no page tree is needed."""

from datetime import date, datetime
from itertools import count
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from accounts.models import User
from accounts.roles import ADMINISTRATOR
from certificates.domain.facts import EditionSeen, Facts, Result, Signatory
from certificates.models import Certificate
from certificates.rendering.paper import LANGUAGES
from certificates.services import issue_for_completion, make_paper
from courses.models import Course, CourseVersion
from learning.models import CourseCompletion, Enrolment
from tests.factories.people import make_person

NOW = datetime(2026, 11, 9, 10, 0, tzinfo=ZoneInfo("Asia/Tashkent"))
TITLES = {
    "uz": "Onlayn amaliyotda axloq, rozilik va maxfiylik",
    "ru": "Этика, согласие и конфиденциальность в онлайн-практике",
    "en": "Ethics, consent and confidentiality online",
}
CODE_TITLES = {
    "uz": "Onlayn amaliyot axloq kodeksi",
    "ru": "Кодекс этики онлайн-практики",
    "en": "Online Practice Code of Ethics",
}
_numbers = count(1)


def make_facts(**changes: Any) -> Facts:
    """Return the facts of the sample in domain.md §7."""
    facts: dict[str, Any] = {
        "series": "SB",
        "number": 482,
        "registration": "2026/10-0482",
        "issuer": {
            "uz": "Onlayn amaliyot oʻquv markazi",
            "ru": "Учебный центр онлайн-практики",
            "en": "Online Practice Training Centre",
        },
        "place": {"uz": "Toshkent shahri", "ru": "г. Ташкент", "en": "Tashkent"},
        "title": TITLES,
        "hours": 144,
        "started_on": date(2026, 10, 12),
        "completed_on": date(2026, 11, 6),
        "form": "distance",
        "result": Result(86, 100),
        "edition": EditionSeen(2, CODE_TITLES),
        "issued_on": date(2026, 11, 9),
        "valid_from": date(2026, 11, 9),
        "valid_until": date(2029, 11, 8),
        "signatories": (Signatory("director", "N. N. Namunaviy"), Signatory("secretary", "S. S. Namunaviy")),
        "verify_at": "https://saboq.example/verify/",
        "duplicate_of": "",
        "is_sample": True,
    }
    return Facts(**{**facts, **changes})


def make_holder(*, confirmed: bool = True, **fields: Any) -> User:
    """Return a person whose name on certificates is (or is not yet) confirmed."""
    fields.setdefault("last_name", "Toʻrayeva")
    fields.setdefault("certificate_name_latin", "Toʻrayeva Dilnoza Rustam qizi")
    fields.setdefault("certificate_name_cyrillic", "Тўраева Дилноза Рустам қизи")
    return make_person(certificate_name_confirmed_at=NOW if confirmed else None, **fields)


def make_administrator() -> User:
    """Return a person who may revoke and replace."""
    return make_person(roles=(ADMINISTRATOR,))


def make_completion(person: User | None = None, *, now: datetime = NOW, **facts: Any) -> CourseCompletion:
    """Return a completed course that gives a certificate, with the facts that learning writes; tells nobody."""
    number = next(_numbers)
    course = Course.objects.create(key=f"course-{number}", translation_key=uuid4())
    version = CourseVersion.objects.create(
        course=course, digest=f"{number:064d}", schema=1, payload="{}", created_at=now
    )
    person = person or make_holder()
    enrolment = Enrolment.objects.create(
        person=person, course=course, version=version, state=Enrolment.State.COMPLETED, started_at=now
    )
    written = {
        "schema": 1,
        "titles": TITLES,
        "hours": 24,
        "started_on": "2026-10-12",
        "completed_on": "2026-11-06",
        "final_score": {"quiz": "q", "points": 26, "maximum": 30, "scale": 2},
        "edition": None,
        "gives_certificate": True,
        "validity_months": 24,
        **facts,
    }
    return CourseCompletion.objects.create(
        enrolment=enrolment, person=person, course=course, version=version, facts=written, rules="1", at=now
    )


def make_certificate(person: User | None = None, *, now: datetime = NOW, **facts: Any) -> Certificate:
    """Return an issued certificate whose papers are ordered, not made."""
    return issue_for_completion(completion=make_completion(person, now=now, **facts), now=now)


def make_papers(certificate: Certificate, *languages: str, now: datetime = NOW) -> None:
    """Make the papers of a certificate now (all languages by default), as the worker would."""
    for language in languages or LANGUAGES:
        make_paper(certificate_id=certificate.pk, language=language, now=now)
