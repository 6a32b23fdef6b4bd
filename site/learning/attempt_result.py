"""A judged attempt as the learner reads it: points, what was right, why, and which articles say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format

from core.citations import CitedArticle, resolve
from learning.domain.attempt_frozen import Place, read_limits, read_places
from learning.domain.attempt_review import shown_things
from learning.domain.attempt_rules import Standing
from learning.models import Attempt, Score
from quizzes.domain.judging import RIGHT, reaches, whole_percent
from quizzes.domain.rules import SOLUTION
from quizzes.domain.spec import Question, QuizSpec
from quizzes.domain.wording import QuestionWording
from quizzes.previewing import option_text
from quizzes.services import spec_from, wording_from

from .attempt_shown import Words, words
from .selectors_attempts import counting_scores, standing_from
from .services.attempts import shown_text


@dataclass(frozen=True)
class ReviewedOption:
    """An option after hand-in.

    Attributes:
        correct: None where right answers are not shown yet.
        feedback: for an option that was chosen, and for a right one once right answers are shown; else None.
    """

    text: Words
    chosen: bool
    correct: bool | None
    feedback: Words | None


@dataclass(frozen=True)
class ReviewedQuestion:
    """A question after hand-in; points are written in the reader's language."""

    position: int
    stem: Words
    outcome: str
    points: str
    maximum: str
    critical_missed: bool
    options: tuple[ReviewedOption, ...]
    explanation: Words
    articles: tuple[CitedArticle, ...]


@dataclass(frozen=True)
class Result:
    """A judged attempt.

    Attributes:
        percent: rounded down.
        mark_reached: the pass mark alone, whatever critical questions say.
        standing: where the person stands with the quiz now, under this attempt's rules.
    """

    attempt: Attempt
    title: Words
    passed: bool
    percent: int
    pass_percent: int
    points: str
    maximum: str
    mark_reached: bool
    critical_missed: int
    right_answers_shown: bool
    standing: Standing
    submitted_at: datetime | None
    questions: tuple[ReviewedQuestion, ...]


def result(attempt: Attempt, *, language: str, now: datetime) -> Result:
    """Return a handed-in attempt as its score that counts judged it. The number of queries does not grow with it."""
    limits = read_limits(attempt.limits)
    scores = counting_scores(enrolment=attempt.enrolment, quiz_key=attempt.quiz_key)
    score = next(score for score in scores if score.submission.attempt_id == attempt.pk)
    spec = spec_from(score.version.payload)
    where = standing_from(scores, rules=limits.rules, now=now)
    things = shown_things(
        limits.rules, submitted_at=attempt.submitted_at, settled=where.settled, closes_at=None, now=now
    )
    shows = SOLUTION in things
    wording = wording_from(shown_text(attempt, language).payload)
    answers = {answer.question: answer.value for answer in score.submission.answers.all()}
    cited = resolve(_citations(spec), language)
    questions = tuple(
        _reviewed(
            place,
            spec.question(place.question),
            wording.question(place.question),
            answers.get(place.question, ()),
            score=score,
            shows=shows,
            cited=cited,
            language=language,
        )
        for place in read_places(attempt.drawn)
    )
    return Result(
        attempt=attempt,
        title=words(wording.title, language),
        passed=score.passed,
        percent=whole_percent(score.points, score.maximum),
        pass_percent=limits.rules.pass_percent,
        points=points_text(score.points, score.scale),
        maximum=points_text(score.maximum, score.scale),
        mark_reached=reaches(score.points, score.maximum, limits.rules.pass_percent),
        critical_missed=sum(question.critical_missed for question in questions),
        right_answers_shown=shows,
        standing=where,
        submitted_at=attempt.submitted_at,
        questions=questions,
    )


def points_text(units: int, scale: int) -> str:
    """Return points as people read them: whole, or with two decimals of the active language."""
    points = Fraction(units, scale)
    if points.denominator == 1:
        return number_format(points.numerator)
    return number_format(Decimal(points.numerator) / Decimal(points.denominator), 2)


def _citations(spec: QuizSpec) -> list[tuple[str, str]]:
    return [(cited.code, cited.article) for question in spec.questions for cited in question.articles]


def _reviewed(
    place: Place,
    question: Question,
    wording: QuestionWording,
    answer: list[str] | tuple[str, ...],
    *,
    score: Score,
    shows: bool,
    cited: Mapping[tuple[str, str], CitedArticle],
    language: str,
) -> ReviewedQuestion:
    judged = score.questions[place.question]
    options = []
    for key in place.options:
        option, chosen, right = wording.part(key), key in answer, key in question.kind.solution()
        tells = option.note.text and (chosen or (shows and right))
        options.append(
            ReviewedOption(
                text=words(option_text(question, option), language),
                chosen=chosen,
                correct=right if shows else None,
                feedback=words(option.note, language) if tells else None,
            )
        )
    keys = [(article.code, article.article) for article in question.articles]
    return ReviewedQuestion(
        position=place.position,
        stem=words(wording.stem, language, html=True),
        outcome=judged["outcome"],
        points=points_text(judged["points"], score.scale),
        maximum=points_text(judged["maximum"], score.scale),
        critical_missed=question.critical and judged["outcome"] != RIGHT,
        options=tuple(options),
        explanation=words(wording.feedback, language, html=True),
        articles=tuple(cited[key] for key in keys if key in cited),
    )
