"""The demo group's five weeks: each step through the verb that a person's click would call, at its own time."""

import uuid
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from accounts.models import Region, User
from cohorts.models import Cohort
from cohorts.services import CohortFacts, add_members_by_email, add_trainer, create_cohort
from courses.domain.outline import ActivityItem
from courses.models import CoursePage
from courses.selectors import outline
from guidelines.selectors import edition_in_force, wording_on
from guidelines.services import acknowledge
from home.loading.ids import content_id
from learning.domain.attempt_frozen import read_places
from learning.models import Enrolment
from learning.services.attempts import save_answers, start_attempt, submit
from learning.services.enrolment import enrol
from learning.services.steps import confirm_lesson
from quizzes.models import QuizPage
from quizzes.services import spec_from

from .answering import answers
from .people import GROUP, Learner

COURSE = "ethics-online"
REGION = "1714"
#: The group began this long before the demo was made, so that some have finished and some have stopped.
AGE = timedelta(days=36)


def tell(people: dict[str, User], *, trainer: User, admin: User, now: datetime) -> None:
    """Open the demo group and let its members learn.

    Args:
        people: {address: account} of the group.
        trainer: who leads it.
        admin: who appoints the trainer.
    """
    page = CoursePage.objects.get(slug=COURSE, locale__language_code="uz")
    began = now - AGE
    cohort = create_cohort(
        actor=admin,
        uuid=content_id("demo", "cohort"),
        facts=CohortFacts(
            name="Namangan, birinchi guruh",
            starts_on=began.date(),
            ends_on=(began + timedelta(days=60)).date(),
            region=Region.objects.get(soato=REGION),
            district=None,
            wave=1,
        ),
        course_key=page.translation_key,
        now=began,
    )
    add_trainer(cohort=cohort, person=trainer, actor=admin, now=began)
    addresses = "\n".join([*people, "yangi.xodim@saboq.example"])
    add_members_by_email(cohort=cohort, text=addresses, actor=trainer, language="uz", now=began)
    for learner in GROUP:
        _learn(learner, people[learner.person.email], page.translation_key, began + timedelta(days=learner.began))


def told() -> bool:
    """Tell whether the group exists already."""
    return Cohort.objects.filter(uuid=content_id("demo", "cohort")).exists()


def _learn(learner: Learner, person: User, course_key: UUID, when: datetime) -> None:
    language = learner.language or learner.person.language
    enrolment = enrol(person=person, course_key=course_key, language=language, now=when)
    plan = outline(course_key=course_key, language=language)
    steps = [step for module in plan.modules for step in module.activities] if plan else []
    pace = Random(learner.person.local)  # noqa: S311 - a story, not a secret
    for number, step in enumerate(steps):
        if number >= learner.steps and step.slug not in learner.tries:
            break
        when += timedelta(hours=pace.choice((4, 7, 20, 23, 26)), minutes=pace.randrange(60))
        if step.kind == "lesson":
            confirm_lesson(enrolment=enrolment, activity_key=step.key, language=language, now=when)
        elif step.kind == "acknowledgement":
            _acknowledge(enrolment, step, language, when)
        else:
            when = _sit(learner, enrolment, step, language, when)
        if number >= learner.steps:
            break


def _acknowledge(enrolment: Enrolment, step: ActivityItem, language: str, when: datetime) -> None:
    """Acknowledge the edition in force as the page that shows its whole text does; the step completes by itself."""
    edition = edition_in_force(code_key=step.code_key, day=when.date())
    if edition is None:
        raise LookupError(f"no edition of {step.code_key} is in force")
    wording = wording_on(edition, language, when.date())
    acknowledge(
        person=enrolment.person,
        edition=edition,
        language=wording.language,
        articles_shown=wording.text.keys(),
        now=when,
    )


def _sit(learner: Learner, enrolment: Enrolment, step: ActivityItem, language: str, when: datetime) -> datetime:
    """Sit a quiz as often as the story says and return the time of the last hand-in."""
    page = QuizPage.objects.get(translation_key=step.key, locale__language_code="uz")
    for number, share in enumerate(learner.tries.get(step.slug, (1.0,))):
        when += timedelta(hours=26 if number else 0)
        attempt = start_attempt(
            person=enrolment.person,
            enrolment=enrolment,
            quiz_page=page,
            language=language,
            seed=str(uuid.uuid5(enrolment.uuid, f"{step.slug}/{number}")),
            now=when,
        )
        spec = spec_from(attempt.version.payload)
        asked = [spec.question(place.question) for place in read_places(attempt.drawn)]
        save_answers(
            attempt=attempt,
            answers=answers(asked, share, language),
            language=language,
            now=when + timedelta(minutes=9),
        )
        when += timedelta(minutes=12)
        submit(attempt=attempt, now=when)
    return when
