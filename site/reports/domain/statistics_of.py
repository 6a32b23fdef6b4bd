"""Everything that is told of a quiz, reckoned once from its papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .item_analysis import ItemFigures, item_figures
from .language_bias import Comparison, comparisons, suspects
from .moments import Sums
from .papers import Column, Paper, by_question
from .quiz_analysis import QuizFigures, quiz_figures


@dataclass(frozen=True)
class InLanguage:
    """A question among those who read it in one language.

    Attributes:
        few: fewer than 20 responses, which is too few to compare.
        facility, facility_error, discrimination, discrimination_error: as in `ItemFigures`.
        compared: facility against the other languages, at equal ability; None where it cannot be.
        compared_discrimination: the same of discriminations.
    """

    language: str
    n: int
    few: bool
    facility: float
    facility_error: float | None
    discrimination: float | None
    discrimination_error: float | None
    compared: Comparison | None
    compared_discrimination: Comparison | None


@dataclass(frozen=True)
class Item:
    """One question: figures over all languages, by language, and the comparison that makes it suspect, if any."""

    figures: ItemFigures
    languages: tuple[InLanguage, ...]
    suspect: Comparison | None

    @property
    def reversed(self) -> bool:
        """Whether strong learners do worse on it than weak ones, by more than two standard errors."""
        r, error = self.figures.discrimination, self.figures.discrimination_error
        return not self.figures.few and r is not None and r + 2 * (error or 0.0) < 0

    @property
    def flagged(self) -> bool:
        """Whether an editor should look at it."""
        return self.suspect is not None or self.reversed


@dataclass(frozen=True)
class Statistics:
    """The quiz and its questions, in the order in which they were named."""

    quiz: QuizFigures
    items: tuple[Item, ...]

    @property
    def flagged(self) -> int:
        """Return how many questions an editor should look at."""
        return sum(item.flagged for item in self.items)


def statistics_of(
    papers: Sequence[Paper], options: Mapping[str, Sequence[str]], *, source: str, least: int
) -> Statistics:
    """Return the statistics over these papers.

    Args:
        options: {question: ids of what can be chosen, () where nothing can}; also says which questions are told of,
            and in which order. One that is on none of the papers is left out.
        source: language that the quiz was written in.
        least: responses in a language below which it counts as few.
    """
    columns = by_question(papers)
    compared = comparisons(columns)
    faults = suspects(compared, source)
    by_item: dict[str, list[Comparison]] = {}
    for comparison in compared:
        by_item.setdefault(comparison.question, []).append(comparison)
    items = tuple(
        Item(
            item_figures(question, columns[question], choices),
            _languages(columns[question], by_item.get(question, []), least),
            faults.get(question),
        )
        for question, choices in options.items()
        if question in columns
    )
    return Statistics(quiz_figures(papers), items)


def _languages(column: Column, compared: Sequence[Comparison], least: int) -> tuple[InLanguage, ...]:
    spoken = {language: Sums.of(*values) for language, values in column.by_language.items()}
    found = {(comparison.language, comparison.what): comparison for comparison in compared}
    return tuple(
        InLanguage(
            language=language,
            n=sums.n,
            few=sums.n < least,
            facility=sums.mean_x,
            facility_error=sums.error_x,
            discrimination=sums.r,
            discrimination_error=sums.error_r,
            compared=found.get((language, "facility")),
            compared_discrimination=found.get((language, "discrimination")),
        )
        for language, sums in sorted(spoken.items(), key=lambda entry: (-entry[1].n, entry[0]))
    )
