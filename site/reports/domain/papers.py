"""What the statistics of a quiz are reckoned from: judged papers, one for each attempt that was handed in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Response(NamedTuple):
    """One question on one paper. A plain tuple: there are a hundred thousand of them.

    Attributes:
        question: id of the question.
        share: what part of its points it brought, 0 to 1.
        points: what the question is worth, at least 1.
        chosen: ids of chosen options or decisions, where there are any.
        language: in which the question was shown; "" where those words have been changed since, so that they say
            nothing of the translation as it reads now.
        seconds: busy with it, from save to save, a gap of more than ten minutes counted as ten; None = not known.
    """

    question: str
    share: float
    points: int
    chosen: tuple[str, ...]
    language: str
    seconds: float | None


@dataclass(frozen=True)
class Paper:
    """One judged attempt. `first` tells whether it is the person's first at this quiz."""

    first: bool
    responses: tuple[Response, ...]

    @cached_property
    def earned(self) -> float:
        """Return the points earned."""
        return sum([response.share * response.points for response in self.responses])

    @cached_property
    def worth(self) -> int:
        """Return the points that could be earned."""
        return sum([response.points for response in self.responses])

    @cached_property
    def share(self) -> float:
        """Return earned over worth, 0 for a paper worth nothing."""
        return self.earned / self.worth if self.worth else 0.0

    @cached_property
    def asked(self) -> frozenset[str]:
        """Return the ids of the questions on the paper."""
        return frozenset(response.question for response in self.responses)


@dataclass
class Column:
    """One question on all papers that hold it, a row of values each: flat, because there are very many.

    Attributes:
        points: what the question is worth.
        shares: what part of them it brought.
        rests: the share scored on everything else of the same paper; None if there is nothing else. Papers that were
            drawn differ, so a rest is compared as a share of its own worth and not in points.
        parts: what part of the paper's whole worth it brought.
        results: the share scored on the whole paper.
        weights: the question's points over the paper's worth.
        languages, seconds, chosen: as in `Response`.
    """

    points: int
    shares: list[float] = field(default_factory=list)
    rests: list[float | None] = field(default_factory=list)
    parts: list[float] = field(default_factory=list)
    results: list[float] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    seconds: list[float | None] = field(default_factory=list)
    chosen: list[tuple[str, ...]] = field(default_factory=list)

    @cached_property
    def by_language(self) -> dict[str, tuple[list[float], list[float]]]:
        """Return {language: (shares, rests)} of the responses that have both."""
        found: dict[str, tuple[list[float], list[float]]] = {}
        for language, share, rest in zip(self.languages, self.shares, self.rests, strict=True):
            if language and rest is not None:
                if language not in found:
                    found[language] = ([], [])
                shares, rests = found[language]
                shares.append(share)
                rests.append(rest)
        return found


def by_question(papers: Iterable[Paper]) -> dict[str, Column]:
    """Return {question id: its column}, the papers in their order."""
    columns: dict[str, Column] = {}
    for paper in papers:
        earned, worth, result = paper.earned, paper.worth, paper.share
        for question, share, points, chosen, language, seconds in paper.responses:
            column = columns.get(question)
            if column is None:
                column = columns[question] = Column(points)
            others = worth - points
            brought = share * points
            column.shares.append(share)
            column.rests.append((earned - brought) / others if others else None)
            column.parts.append(brought / worth)
            column.results.append(result)
            column.weights.append(points / worth)
            column.languages.append(language)
            column.seconds.append(seconds)
            column.chosen.append(chosen)
    return columns
