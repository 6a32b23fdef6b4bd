"""A reading page of a code, prepared: what the template shows, in the reader's language, without further questions."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from .domain import citing
from .domain.corrections import Correction, corrected_places
from .domain.text import Article, Clause, CodeText
from .models import Edition
from .selectors import Wording, as_correction
from .shelf import Words, in_reader_language
from .wordlist import FORCES, FORMS, STATES


@dataclass(frozen=True)
class CorrectionView:
    """One correction of a passage: what it was, since when it is not, and why."""

    old: str
    effective_on: date
    reason: Words


@dataclass(frozen=True)
class IndentView:
    """One indent as it reads, with the corrections that led there."""

    text: str
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True)
class ClauseView:
    """One clause as it reads."""

    text: str
    corrections: tuple[CorrectionView, ...]
    indents: tuple[IndentView, ...]


@dataclass(frozen=True)
class ArticleView:
    """One article.

    Attributes:
        key: id of its place on the page.
        label: short citation in the language of the text.
        force, state: in words; `state` is "" for a current article, `state_key` its stable name.
        forms: forms of online work it concerns, in words; empty = every form.
        pointer_key, pointer_label: where a moved article stands now ("" = nowhere).
        permanent_url: absolute path to the article in this edition, for ever.
        citation: the full citation, in the language of the text.
        numbered: whether its clauses carry numbers (a single clause does not).
    """

    key: str
    number: str
    title: str
    label: str
    force_key: str
    force: str
    forms: tuple[str, ...]
    state_key: str
    state: str
    pointer_key: str
    pointer_label: str
    permanent_url: str
    citation: str
    clauses: tuple[ClauseView, ...]
    numbered: bool


@dataclass(frozen=True)
class PartView:
    """One part with the articles that are shown."""

    key: str
    number: str
    title: str
    articles: tuple[ArticleView, ...]


@dataclass(frozen=True)
class FormView:
    """One form of online work as a filter; `url` shows only the articles that concern it."""

    word: str
    url: str
    current: bool


@dataclass(frozen=True)
class TextView:
    """The text of an edition as a page shows it.

    Attributes:
        language: the language the text is really in; `is_fallback` when it is not the reader's.
        shown, total: numbers of articles, with and without the filter.
    """

    title: str
    preamble: str
    issuer: str
    notice: str
    language: str
    is_fallback: bool
    parts: tuple[PartView, ...]
    forms: tuple[FormView, ...]
    form: str
    shown: int
    total: int


def text_view(wording: Wording, edition: Edition, *, day: date, form: str = "") -> TextView:
    """Prepare the text of an edition.

    Args:
        wording: the text as it reads on the day.
        edition: its edition, with its code.
        day: the day.
        form: key of a form of online work; only articles that concern it are shown. "" = all.
    """
    text = wording.text
    page = _Page(wording, edition, day)
    parts = tuple(
        PartView(part.key, part.number, part.title, tuple(page.article(entry) for entry in articles))
        for part in text.parts
        if (articles := [entry for entry in part.articles if not form or concerns(entry, form)])
    )
    return TextView(
        title=text.title,
        preamble=text.preamble,
        issuer=text.issuer,
        notice=text.notice,
        language=text.language,
        is_fallback=text.language != get_language(),
        parts=parts,
        forms=tuple(FormView(str(word), f"?form={key}", key == form) for key, word in FORMS.items()),
        form=str(FORMS.get(form, "")),
        shown=sum(len(part.articles) for part in parts),
        total=len(text.keys()),
    )


def concerns(article: Article, form: str) -> bool:
    """Tell whether an article concerns a form of online work."""
    return not article.modalities or form in article.modalities


class _Page:
    """What the articles of one page have in common."""

    def __init__(self, wording: Wording, edition: Edition, day: date) -> None:
        self.text: CodeText = wording.text
        self.edition = edition
        self.address = reverse("guidelines:edition", args=[edition.code.slug, edition.number])
        self.corrected = corrected_places(wording.frozen, map(as_correction, wording.corrigenda), day)
        self.reasons: dict[int, Any] = {row.number: row.reason for row in wording.corrigenda}

    def article(self, article: Article) -> ArticleView:
        target = self.text.follow(article.key) if article.state == "moved" else None
        return ArticleView(
            key=article.key,
            number=article.number,
            title=article.title,
            label=citing.label(article.number, self.text.language),
            force_key=article.force,
            force=str(FORCES.get(article.force, article.force)),
            forms=tuple(str(FORMS.get(form, form)) for form in article.modalities),
            state_key=article.state,
            state=str(STATES.get(article.state, "")),
            pointer_key=target.key if target else "",
            pointer_label=citing.label(target.number, self.text.language) if target else "",
            permanent_url=f"{self.address}#{article.key}",
            citation=citing.full(
                self.text, article, edition=self.edition.number, in_force_from=self.edition.in_force_from
            ),
            clauses=tuple(self._clause(clause) for clause in article.clauses),
            numbered=len(article.clauses) > 1,
        )

    def _clause(self, clause: Clause) -> ClauseView:
        indents = tuple(IndentView(indent.text, self._corrections(indent.key)) for indent in clause.indents)
        return ClauseView(clause.text, self._corrections(clause.key), indents)

    def _corrections(self, key: str) -> tuple[CorrectionView, ...]:
        found: list[tuple[Correction, str]] = self.corrected.get(key, [])
        return tuple(
            CorrectionView(old, correction.effective_on, in_reader_language(self.reasons[correction.number]))
            for correction, old in found
        )
