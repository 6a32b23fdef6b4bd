"""What the statistics of a quiz are reckoned from: judged papers, one for each attempt that was handed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Response:
    """One question on one paper.

    Attributes:
        question: id of the question.
        share: what part of its points it brought, 0 to 1.
        points: what the question is worth.
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
        return sum(response.share * response.points for response in self.responses)

    @cached_property
    def worth(self) -> int:
        """Return the points that could be earned."""
        return sum(response.points for response in self.responses)

    @property
    def share(self) -> float:
        """Return earned over worth, 0 for a paper worth nothing."""
        return self.earned / self.worth if self.worth else 0.0

    def rest_share(self, response: Response) -> float | None:
        """Return the share scored on everything but one question of this paper; None if there is nothing else.

        Papers that were drawn differ, so a rest is compared as a share of its own worth and not in points.
        """
        worth = self.worth - response.points
        return (self.earned - response.share * response.points) / worth if worth else None

    @cached_property
    def asked(self) -> frozenset[str]:
        """Return the ids of the questions on the paper."""
        return frozenset(response.question for response in self.responses)


Held = tuple[Paper, Response]


def by_question(papers: Iterable[Paper]) -> dict[str, list[Held]]:
    """Return {question id: every paper that holds it, with the response to it}."""
    held: dict[str, list[Held]] = {}
    for paper in papers:
        for response in paper.responses:
            held.setdefault(response.question, []).append((paper, response))
    return held
