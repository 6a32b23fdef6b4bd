"""One real row of every class of evidence, made by the services that make them, or directly where that is too long."""

from datetime import date
from typing import Any

from accounts.models import PrivacyNoticeAcceptance
from accounts.services import log_act
from certificates.models import CertificateFile, Revocation
from core.records import ImmutableRecord
from courses.models import Programme, ProgrammeText, ProgrammeVersion
from guidelines.models import Corrigendum
from guidelines.services import acknowledge
from learning.models import Mark
from tests.factories.certificates import make_certificate
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, make_edition
from tests.factories.learning import NOW, make_enrolment, read_lessons, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.quiz_data import block_id


def concrete_records() -> list[type[ImmutableRecord]]:
    """Return every class of evidence, however deep it is derived."""
    found: list[type[ImmutableRecord]] = []
    waiting = list(ImmutableRecord.__subclasses__())
    while waiting:
        model = waiting.pop()
        waiting.extend(model.__subclasses__())
        if not model._meta.abstract:
            found.append(model)
    return sorted(set(found), key=lambda model: model._meta.label)


def make_all_records() -> None:
    """Leave at least one row in the table of every class of evidence."""
    _learn()
    _certify()
    person = make_person()
    log_act(actor=person, verb="tests.act", target="test:1", now=NOW)
    PrivacyNoticeAcceptance.objects.create(person=person, version="1", language="uz", at=NOW)
    programme = Programme.objects.create(key="programme", translation_key=block_id("programme"))
    version = ProgrammeVersion.objects.create(programme=programme, **_payload("programme"))
    ProgrammeText.objects.create(version=version, language="uz", **_text("words"))


def _learn() -> None:
    """Edition, course and quiz are kept, acknowledged, sat and completed."""
    edition = make_edition()
    course = make_course(lessons=1, acknowledgement=CODE_KEY)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    score = sit_quiz(enrolment, step(course, "quiz"))
    Mark.objects.create(submission=score.submission, question="q", author=make_person(), levels={"c": "l"}, at=NOW)
    acknowledge(person=enrolment.person, edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=NOW)
    Corrigendum.objects.create(
        edition=edition,
        number=1,
        article="general.purpose",
        clause="c1",
        wording={"uz": "Matn"},
        reason={"uz": "Imlo"},
        effective_on=date(2026, 1, 1),
        created_at=NOW,
    )


def _certify() -> None:
    certificate = make_certificate()
    CertificateFile.objects.get_or_create(
        certificate=certificate,
        language="uz",
        defaults={"path": "x.pdf", "sha256": "0" * 64, "size": 1, "template": "test", "rendered_at": NOW},
    )
    Revocation.objects.create(certificate=certificate, reason="Xato", act="1-son", author=make_person(), at=NOW)


def _payload(name: str) -> dict[str, Any]:
    return {"digest": name.ljust(64, "0"), "schema": 1, "payload": "{}", "created_at": NOW}


def _text(name: str) -> dict[str, Any]:
    return {"digest": name.ljust(64, "0"), "payload": "{}", "created_at": NOW}
