"""300 simulated sittings of the sample quiz: stored as the rows that real ones leave, judged by the real rules."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.models import User
from core.canonical import canonical_json, digest
from core.folding import fold
from courses.models import CoursePage, CourseVersion
from courses.services import freeze_course
from learning.models import Attempt, Enrolment, Score, Submission, SubmittedAnswer
from learning.services.scoring import score_of
from quizzes.domain.answers import Answer
from quizzes.domain.judging import judge
from quizzes.domain.kinds import Choice, Statement
from quizzes.domain.spec import Question, QuizSpec
from quizzes.models import QuizText, QuizVersion
from quizzes.services import spec_from

from .people import DOMAIN
from .response_model import Fault, SimulatedItem, SimulatedSitting, simulate
from .sample_quiz import KEY, SPOILED, freeze_sample

PEOPLE, AGAIN = 260, 40
SEED = 1951
SHARES = {"uz": 0.52, "ru": 0.33, "en": 0.15}
#: In the spoiled translation most of those who understand what they read answer the opposite.
SPOILED_CHANCE = 0.15


@dataclass(frozen=True)
class Held:
    """What a sitting is stored from: the frozen quiz and the enrolment of each simulated person."""

    version: QuizVersion
    texts: dict[str, QuizText]
    enrolments: list[Enrolment]
    now: datetime


def ensure_sittings(*, course_slug: str, now: datetime) -> int:
    """Store the sittings once; return how many were stored now.

    The people have names that nobody bears, no password and no group; they left the course, so no list of learners
    shows them.
    """
    if Attempt.objects.filter(quiz_key=KEY).exists():
        return 0
    with transaction.atomic():
        version, texts = freeze_sample(course_slug=course_slug, now=now)
        course = CoursePage.objects.get(slug=course_slug, locale__language_code="uz")
        joined = freeze_course(course_key=course.translation_key, now=now)
        enrolments = make_sitters(joined, PEOPLE, now)
        spec = spec_from(version.payload)
        spoiled = next(question.id for question in spec.questions if question.name == SPOILED)
        simulated = simulate(
            items_of(spec),
            people=PEOPLE,
            again=AGAIN,
            languages=SHARES,
            fault=Fault(spoiled, "ru", SPOILED_CHANCE),
            seed=SEED,
        )
        return store(simulated, Held(version, texts, enrolments, now))


def items_of(spec: QuizSpec) -> list[SimulatedItem]:
    """Return the questions with the difficulties that they are simulated with: from easy to hard, −2 to 1."""
    last = max(len(spec.questions) - 1, 1)
    return [
        SimulatedItem(question.id, round(-2 + 3 * place / last, 2)) for place, question in enumerate(spec.questions)
    ]


def store(simulated: list[SimulatedSitting], held: Held) -> int:
    """Store sittings as handed in, one after the other before `held.now`; return how many."""
    spec = spec_from(held.version.payload)
    attempts = Attempt.objects.bulk_create(
        _attempt(sitting, spec, held, held.now - timedelta(hours=4 * (len(simulated) - place)))
        for place, sitting in enumerate(simulated)
    )
    answers = [_answers(sitting, spec) for sitting in simulated]
    submissions = Submission.objects.bulk_create(
        Submission(
            attempt=attempt,
            person_id=attempt.person_id,
            answers_digest=digest(canonical_json(given)),
            answered=len(given),
            at=attempt.over_at,
        )
        for attempt, given in zip(attempts, answers, strict=True)
    )
    SubmittedAnswer.objects.bulk_create(
        (
            SubmittedAnswer(
                submission=submission,
                question=question,
                value=list(value),
                language=sitting.language,
                text=held.texts[sitting.language],
                seconds=sitting.seconds[question],
            )
            for submission, sitting, given in zip(submissions, simulated, answers, strict=True)
            for question, value in given.items()
        ),
        batch_size=2000,
    )
    Score.objects.bulk_create(
        score_of(submission, held.version, judge(spec, given), submission.at)
        for submission, given in zip(submissions, answers, strict=True)
    )
    return len(attempts)


def make_sitters(joined: CourseVersion, count: int, now: datetime) -> list[Enrolment]:
    """Store people who cannot sign in, each with an enrolment that was left; return the enrolments."""
    password = make_password(None)
    people = User.objects.bulk_create(
        User(
            email=f"taqlid-{number:03}@{DOMAIN}",
            last_name="Taqlid",
            first_name=f"№ {number:03}",
            search_key=fold(f"Taqlid № {number:03} taqlid-{number:03}@{DOMAIN}"),
            password=password,
            is_active=False,
            date_joined=now,
        )
        for number in range(1, count + 1)
    )
    return Enrolment.objects.bulk_create(
        Enrolment(
            person=person,
            course_id=joined.course_id,
            version=joined,
            state=Enrolment.State.LEFT,
            started_at=now - timedelta(days=60),
            left_at=now,
        )
        for person in people
    )


def _attempt(sitting: SimulatedSitting, spec: QuizSpec, held: Held, started: datetime) -> Attempt:
    enrolment = held.enrolments[sitting.person]
    return Attempt(
        person_id=enrolment.person_id,
        enrolment=enrolment,
        quiz_key=held.version.quiz_key,
        version=held.version,
        number=sitting.number,
        drawn=[
            {"question": question.id, "options": list(question.kind.arranged), "section": spec.sections[0].id}
            for question in spec.questions
        ],
        limits={
            "rules": asdict(spec.rules),
            "texts": {language: text.pk for language, text in held.texts.items()},
            "given": {"minutes": 0, "attempts": 0},
        },
        language=sitting.language,
        state=Attempt.State.SUBMITTED,
        started_at=started,
        submitted_at=started + timedelta(seconds=30 + sum(sitting.seconds.values())),
    )


def _answers(sitting: SimulatedSitting, spec: QuizSpec) -> dict[str, Answer]:
    dice = Random(f"{sitting.person}/{sitting.number}")  # noqa: S311 - a simulation, not a secret
    return {question.id: _answer(question, sitting.right[question.id], dice) for question in spec.questions}


def _answer(question: Question, right: bool, dice: Random) -> Answer:
    """Return the right option, or one of the wrong ones."""
    solution = question.kind.solution()
    if right or not isinstance(question.kind, Choice | Statement):
        return solution
    return (dice.choice([option for option in question.kind.parts if option not in solution]),)
