"""Statistics of quizzes: which there are, and the figures of each, reckoned once for as long as nothing is new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.cache import caches
from django.db.models import Count, Max, QuerySet

from learning.models import Attempt, Score, SubmittedAnswer
from quizzes.domain.wording import QuestionWording
from quizzes.models import QuizText, QuizVersion
from quizzes.services import wording_from

from .domain.language_bias import LEAST
from .domain.statistics_of import Item, Statistics, statistics_of
from .quiz_papers import Frozen, quiz_papers

#: Over which papers: each person's first, or all.
FIRST, ALL = "first", "all"
BASES = (FIRST, ALL)


@dataclass(frozen=True)
class QuizStatistics:
    """A quiz with its figures.

    Attributes:
        basis: "first" or "all".
        sittings: all papers, also where the figures are over first ones.
        questions: by the key that the items' figures carry.
        waiting: papers left out because a trainer has yet to mark them.
    """

    quiz_key: UUID
    basis: str
    figures: Statistics
    sittings: int
    questions: dict[str, Frozen]
    waiting: int

    def item(self, key: str) -> Item | None:
        """Return a question's figures, None if it is on no paper."""
        return next((item for item in self.figures.items if item.figures.question == key), None)


@dataclass(frozen=True)
class QuizTitle:
    """What a quiz is called: as it read last, in the asked language or in the one that `language` names."""

    quiz_key: UUID
    title: str
    language: str


def quiz_statistics(quiz_key: UUID, basis: str = FIRST) -> QuizStatistics:
    """Return the figures of a quiz; see `statistics_by_quiz`."""
    return statistics_by_quiz([quiz_key], basis)[quiz_key]


def statistics_by_quiz(quiz_keys: Iterable[UUID], basis: str = FIRST) -> dict[UUID, QuizStatistics]:
    """Return the figures of quizzes. Two queries, and four for each quiz in which something is new.

    They are kept in the process under the last score and the numbers of scores and answers: handing in, correcting and
    erasing each change one of these.
    """
    memory, found = caches["content"], {}
    for quiz_key, state in _states(list(quiz_keys)).items():
        name = f"statistics:{quiz_key}:{basis}:{state}"
        figures: QuizStatistics | None = memory.get(name)
        if figures is None:
            figures = _reckon(quiz_key, basis)
            memory.set(name, figures)
        found[quiz_key] = figures
    return found


def _states(quiz_keys: list[UUID]) -> dict[UUID, str]:
    """Return for each quiz a word that changes whenever its figures may."""
    mine = {"submission__attempt__quiz_key__in": quiz_keys}
    scores = Score.objects.filter(**mine).order_by().values_list("submission__attempt__quiz_key")
    answers = SubmittedAnswer.objects.filter(**mine).order_by().values_list("submission__attempt__quiz_key")
    judged = {key: f"{last}:{count}" for key, last, count in scores.annotate(last=Max("pk"), count=Count("pk"))}
    given = dict(answers.annotate(count=Count("pk")))
    return {key: f"{judged.get(key, '')}:{given.get(key, 0)}" for key in quiz_keys}


def _reckon(quiz_key: UUID, basis: str) -> QuizStatistics:
    read = quiz_papers(quiz_key)
    papers = [paper for paper in read.papers if paper.first] if basis == FIRST else read.papers
    options = {key: frozen.options for key, frozen in read.questions.items()}
    figures = statistics_of(papers, options, source=settings.LANGUAGE_CODE, least=LEAST)
    return QuizStatistics(quiz_key, basis, figures, len(read.papers), read.questions, read.waiting)


def sat_quizzes(attempts: QuerySet[Attempt]) -> dict[UUID, tuple[int, datetime]]:
    """Return {quiz: (handed-in attempts, when the last was handed in)} of these attempts. One query."""
    rows = attempts.filter(state=Attempt.State.SUBMITTED).order_by().values("quiz_key")
    found = rows.annotate(count=Count("pk"), last=Max("submitted_at"))
    return {row["quiz_key"]: (row["count"], row["last"]) for row in found}


def quiz_titles(quiz_keys: Iterable[UUID], language: str) -> dict[UUID, QuizTitle]:
    """Return what quizzes are called, also those whose pages are gone. Two queries."""
    latest = (
        QuizText.objects.filter(version__quiz_key__in=list(quiz_keys), language__in=(language, settings.LANGUAGE_CODE))
        .order_by()
        .values("version__quiz_key", "language")
        .annotate(last=Max("pk"))
    )
    by_place = {(row["version__quiz_key"], row["language"]): row["last"] for row in latest}
    payloads = dict(QuizText.objects.filter(pk__in=by_place.values()).values_list("pk", "payload"))
    found = {}
    for (key, spoken), pk in sorted(by_place.items(), key=lambda entry: entry[0][1] == language):
        title = wording_from(payloads[pk]).title
        found[key] = QuizTitle(key, title.text, title.language if spoken == language else spoken)
    return found


def wordings_of(questions: Iterable[Frozen], language: str) -> dict[str, QuestionWording]:
    """Return {key: the words of a question as its latest version has them}, in a language or else in the source's.

    One query. A question of which no text is kept is missing.
    """
    frozen = list(questions)
    texts = QuizText.objects.filter(
        version__in={one.version for one in frozen}, language__in=(language, settings.LANGUAGE_CODE)
    )
    ranked = sorted(texts, key=lambda text: (text.language == language, text.pk))
    latest = {text.version_id: wording_from(text.payload) for text in ranked}
    return {one.key: latest[one.version].question(one.question.id) for one in frozen if one.version in latest}


def readings_of(frozen: Frozen) -> dict[str, QuestionWording]:
    """Return {language: the words of a question as its latest version has them}, where they are in that language.

    One query.
    """
    texts = QuizText.objects.filter(version=frozen.version).order_by("pk")
    latest = {text.language: wording_from(text.payload).question(frozen.question.id) for text in texts}
    return {language: words for language, words in latest.items() if words.stem.language == language}


def since_of(questions: dict[str, Frozen]) -> dict[str, datetime]:
    """Return {key: when the first version that holds the question so was frozen}. One query."""
    dates = dict(
        QuizVersion.objects.filter(pk__in={one.since for one in questions.values()}).values_list("pk", "created_at")
    )
    return {key: dates[one.since] for key, one in questions.items()}
