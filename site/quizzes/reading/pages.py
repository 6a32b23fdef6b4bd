"""From pages to the domain: the spec of a source page with its banks, and the words of any language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings

from quizzes.domain.rules import FINAL_REVIEW, LEARNING_REVIEW, Band, Rules
from quizzes.domain.spec import SCHEMA, Citation, Question, QuizSpec, Section
from quizzes.domain.wording import RawWording
from quizzes.richtext import frozen_html

from .kinds import kind_of
from .part_words import part_words
from .pools import banks_of, drawable

if TYPE_CHECKING:
    from quizzes.models import QuestionBankPage, QuizPage

SECTION, DRAW = "section", "draw"


@dataclass(frozen=True)
class Sources:
    """The pages that a quiz is read from.

    Attributes:
        quiz: its pages by language; the source page is among them.
        banks: for each bank that its draws name, by the id of the source bank page, that bank's pages by language.
    """

    quiz: Mapping[str, QuizPage]
    banks: Mapping[int, Mapping[str, QuestionBankPage]]

    @property
    def source(self) -> QuizPage:
        """Return the page that structure and rules come from."""
        return self.quiz[settings.LANGUAGE_CODE]


def sources_of(quiz: Mapping[str, QuizPage]) -> Sources:
    """Return the pages of a quiz with the live pages of its banks. No query for a quiz without draws, else two."""
    from quizzes.models import QuestionBankPage

    page = quiz.get(settings.LANGUAGE_CODE)
    named = [
        bank
        for child in (page.questions if page else ())
        if child.block_type == DRAW
        for bank in banks_of(child.value)
    ]
    if not named:
        return Sources(quiz, {})
    keys = {bank.translation_key: bank.pk for bank in named}
    banks: dict[int, dict[str, QuestionBankPage]] = {}
    for found in QuestionBankPage.objects.live().filter(translation_key__in=keys).select_related("locale"):
        banks.setdefault(keys[found.translation_key], {})[found.locale.language_code] = found
    return Sources(quiz, banks)


def spec_of(sources: Sources) -> QuizSpec:
    """Return structure, rules and answer key of the quiz, its banks included."""
    page = sources.source
    questions: dict[str, Question] = {}
    sections = []
    for section, children in _sections(sources):
        sections.append(section)
        questions |= {child.id: question_of(child) for child in children if child.id not in questions}
    return QuizSpec(
        schema=SCHEMA,
        quiz_key=str(page.translation_key),
        rules=rules_of_page(page),
        questions=tuple(questions.values()),
        sections=tuple(sections),
    )


def rules_of_page(page: QuizPage) -> Rules:
    """Return the rules that stand on a page."""
    presets = {"at_once": LEARNING_REVIEW, "after_pass_or_last": FINAL_REVIEW}
    review = presets.get(str(page.review)) or _review(page.review_matrix)
    return Rules(
        pass_percent=page.pass_percent,
        critical_percent=page.critical_percent,
        attempts_allowed=page.attempts_allowed,
        pause_hours=page.pause_hours,
        pause_each_hours=page.pause_each_hours,
        counts=str(page.counts),
        minutes=page.time_limit,
        overdue=str(page.overdue),
        grace_minutes=page.grace_minutes,
        completes=str(page.completes),
        layout=str(page.layout),
        shuffle_options=page.shuffle_options,
        review=review,
        bands=tuple(Band(child.id or "", child.value["from_percent"] or 0) for child in page.bands),
    )


def words_of(sources: Sources, language: str) -> RawWording:
    """Return the words of a language, by the ids of questions and parts; a bank without that language has none."""
    page = sources.quiz[language]
    streams = [page.questions, *(pages[language].questions for pages in sources.banks.values() if language in pages)]
    children = [child for stream in streams for child in stream if child.block_type not in (SECTION, DRAW)]
    headings = {
        child.id: child.value["title"] or "" for child in page.questions if child.block_type in (SECTION, DRAW)
    }
    bands = {child.id: frozen_html(child.value["text"].source) for child in page.bands}
    return RawWording(
        language=language,
        title=page.title,
        intro=frozen_html(page.intro),
        labels=headings | bands,
        **words_of_questions(children),
    )


def words_of_questions(children: Iterable[Any]) -> dict[str, Any]:
    """Return stems, feedback and parts of question blocks, as `RawWording` has them."""
    found = list(children)
    return {
        "stems": {child.id: frozen_html(child.value["stem"].source) for child in found},
        "feedback": {child.id: frozen_html(child.value["feedback"].source) for child in found},
        "parts": {child.id: part_words(child.block_type, child.value) for child in found},
    }


def _sections(sources: Sources) -> Iterator[tuple[Section, list[Any]]]:
    """Walk the source page: lists of questions under their headings, and draws with what they may take."""
    page = sources.source
    heading: Any = None
    children: list[Any] = []
    for child in page.questions:
        if child.block_type not in (SECTION, DRAW):
            children.append(child)
            continue
        yield from _list(page, heading, children)
        heading, children = (child if child.block_type == SECTION else None), []
        if child.block_type == DRAW:
            yield _draw(sources, child)
    yield from _list(page, heading, children)


def _list(page: QuizPage, heading: Any, children: list[Any]) -> Iterator[tuple[Section, list[Any]]]:
    if children:
        yield (
            Section(
                id=heading.id if heading else f"{children[0].id}.list",
                questions=tuple(child.id or "" for child in children),
                shuffle=bool(heading.value["shuffle"]) if heading else page.shuffle_questions,
                form=(heading.value["form"] or "") if heading else "",
            ),
            children,
        )


def _draw(sources: Sources, child: Any) -> tuple[Section, list[Any]]:
    """Return a draw as the banks stand live in the source language."""
    pool: dict[str, Any] = {}
    for bank in banks_of(child.value):
        live = sources.banks.get(bank.pk, {}).get(settings.LANGUAGE_CODE)
        pool |= {found.id: found for found in drawable(live.questions, child.value)} if live else {}
    section = Section(
        id=child.id or "",
        questions=tuple(pool),
        take=child.value["take"] or 0,
        shuffle=True,
        form=child.value["form"] or "",
    )
    return section, list(pool.values())


def question_of(child: Any) -> Question:
    """Return the question behind a question block."""
    value = child.value
    return Question(
        id=child.id or "",
        name=value["name"] or "",
        type=child.block_type,
        points=value.get("points") or 0,
        critical=bool(value.get("critical")),
        difficulty=value.get("difficulty") or "",
        competence=value["competence"] or "",
        articles=tuple(Citation(cited["code"] or "", cited["article"] or "") for cited in value["articles"]),
        kind=kind_of(child.block_type, value),
    )


def _review(chosen: list[str]) -> dict[str, tuple[str, ...]]:
    """Return {moment: things} of the matrix, which is stored as ["moment:thing", …]."""
    review: dict[str, tuple[str, ...]] = {}
    for cell in sorted(chosen):
        moment, _colon, thing = cell.partition(":")
        review[moment] = (*review.get(moment, ()), thing)
    return review
