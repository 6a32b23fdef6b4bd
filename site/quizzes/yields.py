"""What each draw of a saved quiz page can take from its banks: an editor sees a shortage before learners do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from .domain.feasible import shortage
from .reading import sources_of, spec_of
from .reading.pages import DRAW
from .reading.pools import banks_of, drawable

if TYPE_CHECKING:
    from .models import QuizPage


@dataclass(frozen=True)
class BankYield:
    """What a draw finds in a bank: `fit` may be drawn; `drafts` are left out because nobody has reviewed them."""

    title: str
    questions: int
    fit: int
    drafts: int


@dataclass(frozen=True)
class DrawYield:
    """A draw with what it asks for and what its banks hold for it."""

    title: str
    take: int
    found: int
    banks: tuple[BankYield, ...]

    @property
    def enough(self) -> bool:
        """Whether the banks hold as many questions as are drawn."""
        return self.found >= self.take


@dataclass(frozen=True)
class Yields:
    """All draws of a page; `missing` questions are too few although each draw alone could be filled."""

    draws: tuple[DrawYield, ...]
    missing: int


def yields_of(page: "QuizPage") -> Yields:
    """Return what the draws on a page can take from the live banks. Two queries, and one for each bank named."""
    draws = tuple(_draws(page))
    if not draws:
        return Yields((), 0)
    spec = spec_of(sources_of({settings.LANGUAGE_CODE: page}))
    missing = max(
        shortage([(section.questions, section.size) for section in spec.sections_of(form)]) for form in spec.forms
    )
    return Yields(draws, missing if all(draw.enough for draw in draws) else 0)


def _draws(page: "QuizPage") -> Iterator[DrawYield]:
    for child in page.questions:
        if child.block_type != DRAW:
            continue
        banks = []
        for bank in banks_of(child.value):
            blocks = list(bank.questions)
            drafts = sum(not block.value["reviewed_on"] for block in blocks)
            banks.append(BankYield(bank.title, len(blocks), len(drawable(blocks, child.value)), drafts))
        found = sum(bank.fit for bank in banks)
        yield DrawYield(child.value["title"] or "", child.value["take"] or 0, found, tuple(banks))
