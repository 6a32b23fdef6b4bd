"""Corrections of a published edition. The text of a day is the edition with all corrections up to that day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from .text import Article, Clause, CodeText


@dataclass(frozen=True)
class Correction:
    """One corrigendum.

    Attributes:
        number: 1, 2, 3 … within the edition.
        article: key of the article.
        clause: key of the clause, or of an indent of it.
        wording: the corrected words by language; a language that is not there stays as it was.
        effective_on: the first day on which the text reads so.
    """

    number: int
    article: str
    clause: str
    wording: dict[str, str]
    effective_on: date


def effective(corrections: Iterable[Correction], day: date) -> list[Correction]:
    """Return the corrections that hold on a day, in the order in which they apply."""
    held = [correction for correction in corrections if correction.effective_on <= day]
    return sorted(held, key=lambda correction: (correction.effective_on, correction.number))


def text_on(text: CodeText, corrections: Iterable[Correction], day: date) -> CodeText:
    """Return the text of an edition as it reads on a day."""
    for correction in effective(corrections, day):
        words = correction.wording.get(text.language)
        if words is not None:
            text = _corrected(text, correction.article, correction.clause, words)
    return text


def wording_of(text: CodeText, article: str, clause: str) -> str | None:
    """Return the words of a clause or indent, or None if the article has no such place."""
    found = text.article(article)
    for entry in found.clauses if found else ():
        if entry.key == clause:
            return entry.text
        for indent in entry.indents:
            if indent.key == clause:
                return indent.text
    return None


def _corrected(text: CodeText, article: str, clause: str, words: str) -> CodeText:
    def fix(entry: Article) -> Article:
        if entry.key != article:
            return entry
        return replace(entry, clauses=tuple(_corrected_clause(old, clause, words) for old in entry.clauses))

    parts = tuple(replace(part, articles=tuple(map(fix, part.articles))) for part in text.parts)
    return replace(text, parts=parts)


def _corrected_clause(clause: Clause, key: str, words: str) -> Clause:
    if clause.key == key:
        return replace(clause, text=words)
    return replace(
        clause,
        indents=tuple(replace(indent, text=words) if indent.key == key else indent for indent in clause.indents),
    )


def corrected_places(
    text: CodeText, corrections: Iterable[Correction], day: date
) -> dict[str, list[tuple[Correction, str]]]:
    """Return what was corrected in this language up to a day: {clause or indent key: [(correction, old words), …]}."""
    found: dict[str, list[tuple[Correction, str]]] = {}
    for correction in effective(corrections, day):
        old = wording_of(text, correction.article, correction.clause)
        new = correction.wording.get(text.language)
        if old is not None and new is not None:
            found.setdefault(correction.clause, []).append((correction, old))
            text = _corrected(text, correction.article, correction.clause, new)
    return found
