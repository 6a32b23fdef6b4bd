"""A question as it stands on a page after judging, by what may be shown of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.formats import number_format

from core.citations import CitedArticle
from quizzes.domain.judging import RIGHT, WAITING
from quizzes.domain.rules import CORRECTNESS, EXPLANATION, POINTS
from quizzes.domain.spec import Question

from .posed import Posed
from .types import SHOWING
from .words import Words, words


@dataclass(frozen=True)
class Judged:
    """What one question brought, as a score keeps it: in units of 1/scale of a point."""

    points: int
    maximum: int
    outcome: str
    scale: int


@dataclass(frozen=True)
class ReviewedQuestion:
    """A question after judging.

    Attributes:
        outcome: in a word; "" where it is not shown. "noted", "waiting" and "unanswered" are no secret.
        points, maximum: written in the reader's language; "" where they are not shown or there are none.
        explanation: None where it is not shown or there is none.
    """

    position: int
    id: str
    type: str
    stem: Words
    section: Words | None
    outcome: str
    points: str
    maximum: str
    critical_missed: bool
    template: str
    body: Any
    explanation: Words | None
    articles: tuple[CitedArticle, ...]


def reviewed_question(
    posed: Posed,
    *,
    position: int,
    things: frozenset[str],
    judged: Judged,
    cited: Mapping[tuple[str, str], CitedArticle],
    section: Words | None = None,
) -> ReviewedQuestion:
    """Return a judged question.

    Args:
        things: what may be shown, of `quizzes.domain.rules.THINGS`.
        cited: articles that `citations` names, as far as they exist.
    """
    question = posed.question
    told = CORRECTNESS in things or judged.outcome not in ("right", "partly", "wrong")
    counts = POINTS in things and judged.maximum
    explains = EXPLANATION in things
    keys = [(article.code, article.article) for article in question.articles] if explains else []
    return ReviewedQuestion(
        position=position,
        id=question.id,
        type=question.type,
        stem=words(posed.wording.stem, posed.language, html=True),
        section=section,
        outcome=judged.outcome if told else "",
        points=points_text(judged.points, judged.scale) if counts else "",
        maximum=points_text(judged.maximum, judged.scale) if counts else "",
        critical_missed=question.critical and CORRECTNESS in things and judged.outcome not in (RIGHT, WAITING),
        template=f"quizzes/reviewed/{question.type}.html",
        body=SHOWING[question.type].reviewed(posed, things),
        explanation=words(posed.wording.feedback, posed.language, html=True)
        if explains and posed.wording.feedback.text
        else None,
        articles=tuple(cited[key] for key in keys if key in cited),
    )


def points_text(units: int, scale: int) -> str:
    """Return points as people read them: whole, or with two decimals of the active language."""
    points = Fraction(units, scale)
    if points.denominator == 1:
        return number_format(points.numerator)
    return number_format(Decimal(points.numerator) / Decimal(points.denominator), 2)


def citations(questions: Iterable[Question]) -> list[tuple[str, str]]:
    """Return the (code, article) pairs that questions cite, to be resolved at once."""
    return [(cited.code, cited.article) for question in questions for cited in question.articles]
