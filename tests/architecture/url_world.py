"""A small world for the table of addresses and roles: real things of one learner, and everybody who might ask."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.utils import timezone

from accounts.models import District, TerritoryAssignment, User
from accounts.roles import ADMINISTRATOR, AUDITOR, EDITOR, MANAGER, MODERATOR, TRAINER
from accounts.site_roles import setup_roles
from certificates.models import Certificate
from cohorts.models import Invitation
from learning.models import QuizAllowance
from learning.services.attempts import start_attempt
from notices.services import notify
from quizzes.models import QuestionUpload
from reports.quiz_statistics import quiz_statistics
from tests.factories.accounts import make_staff
from tests.factories.certificates import make_holder, make_papers
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.guidelines import CODE_KEY, make_code_page, make_edition
from tests.factories.learning import make_completed, make_enrolment, read_lessons, sit_quiz
from tests.factories.marking import hand_in_reflection
from tests.factories.pages import make_course, step
from tests.factories.people import make_person

#: Who asks. "learner" owns the things, "trainer" leads the learner's cohort, "stranger" leads another one.
ROLES = (
    "anonymous", "learner", "other", "trainer", "stranger", "editor", "moderator", "manager", "auditor",
    "administrator",
)  # fmt: skip


@dataclass
class World:
    """The things that stand behind parameters of addresses, and the people by role."""

    people: dict[str, User | None]
    things: dict[str, Any]

    def client(self, role: str) -> Client:
        """Return a browser in which that role is signed in (nobody, for "anonymous")."""
        client, person = Client(), self.people[role]
        if person is not None:
            client.force_login(person)
        return client


def make_world(mail_folder: str, **learner: str) -> World:
    """Build the world. Everything belongs to the learner, who may have other fields."""
    setup_roles()
    people: dict[str, User | None] = {
        "anonymous": None,
        "learner": make_holder(email="learner@example.test", **learner),
        "other": make_person("other@example.test"),
        "trainer": make_staff(TRAINER, "trainer@example.test"),
        "stranger": make_staff(TRAINER, "stranger@example.test"),
        "editor": make_staff(EDITOR, "editor@example.test"),
        "moderator": make_staff(MODERATOR, "moderator@example.test"),
        "manager": make_staff(MANAGER, "manager@example.test"),
        "auditor": make_staff(AUDITOR, "auditor@example.test"),
        "administrator": make_staff(ADMINISTRATOR, "administrator@example.test"),
    }
    things = {"mail": _mail(mail_folder), **_things(people)}
    return World(people, things)


def _things(people: dict[str, User | None]) -> dict[str, Any]:
    learner, now = people["learner"], timezone.now()
    assert learner is not None
    region = District.objects.select_related("region").first().region
    course = make_course("ethics-online", lessons=1, acknowledgement=CODE_KEY, order="free")
    quiz, lesson, acknowledgement = (step(course, slug) for slug in ("quiz", "lesson-1", "acknowledgement"))
    code_page = make_code_page()
    edition = make_edition()
    cohort = make_cohort(course, people["trainer"], region=region)
    make_cohort(course, people["stranger"], name="Begona guruh")
    make_member(cohort, learner)
    enrolment = make_enrolment(course, learner, now=now)
    read_lessons(enrolment, "lesson-1", now=now)
    handed_in = sit_quiz(enrolment, quiz, {}, now=now).submission.attempt
    attempt = start_attempt(
        person=learner, enrolment=enrolment, quiz_page=quiz, language="uz", seed="open", now=timezone.now()
    )
    written = hand_in_reflection(people["trainer"], learner, now=now).attempt
    make_completed(make_course("second", lessons=1, quiz=False), learner, now=now)
    certificate = Certificate.objects.get(person=learner)
    make_papers(certificate, "uz")
    notice = notify(
        person=learner, kind="test", subject_key="1", language="uz", subject="Xabar", body="b", url="", now=now
    )
    territory = TerritoryAssignment.objects.create(person=people["manager"], region=region, starts_on=date(2026, 1, 1))
    allowance = QuizAllowance.objects.create(
        quiz_key=quiz.translation_key, cohort=cohort, minutes=5, reason="Aloqa uzildi", author=people["trainer"],
        request_key=quiz.translation_key, at=now,
    )  # fmt: skip
    upload = QuestionUpload.objects.create(
        owner=people["editor"], page_key=quiz.translation_key, format="gift", name="a.gift",
        content=b"::A::Qaysi? {=bir ~ikki}", created_at=now,
    )  # fmt: skip
    invitation = Invitation.objects.create(cohort=cohort, email="invited@example.test", invited_at=now)
    return {
        "course": course, "quiz": quiz, "lesson": lesson, "acknowledgement": acknowledgement, "code": CODE_KEY,
        "code_page": code_page, "edition": edition, "cohort": cohort, "attempt": attempt, "handed_in": handed_in,
        "certificate": certificate, "notice": notice, "territory": territory, "invitation": invitation,
        "allowance": allowance, "upload": upload, "written": written, "asked": _asked(quiz),
        "learner": learner, "manager": people["manager"], "trainer": people["trainer"],
    }  # fmt: skip


def _asked(quiz: Any) -> str:
    """Return the key that a question of the quiz has in statistics."""
    return quiz_statistics(quiz.translation_key).figures.items[0].figures.question


def _mail(folder: str) -> str:
    """Write a mail as development does; return its key on the page of mails."""
    from pathlib import Path

    from accounts.mailbox import stored

    with get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=folder) as connection:
        EmailMessage("Xabar", "Salom", to=["x@example.test"], connection=connection).send()
    return stored(Path(folder))[0].key
