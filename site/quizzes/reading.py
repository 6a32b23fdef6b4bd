"""Reading a quiz page into the domain: structure of the source page, words of any page."""

from typing import Any

from .domain.spec import ALL_OR_NOTHING, FALSE, SCHEMA, TRUE, TRUEFALSE, Citation, Option, Question, QuizSpec
from .domain.wording import RawWording
from .models import QuizPage
from .richtext import frozen_html


def spec_of(page: QuizPage) -> QuizSpec:
    """Return structure, rules and answer key as the given page holds them. Give it the source-language page."""
    return QuizSpec(
        schema=SCHEMA,
        quiz_key=str(page.translation_key),
        pass_percent=page.pass_percent,
        attempts_allowed=page.attempts_allowed,
        pause_hours=page.pause_hours,
        layout=str(page.layout),
        shuffle_questions=page.shuffle_questions,
        shuffle_options=page.shuffle_options,
        review=str(page.review),
        questions=tuple(_question(child) for child in page.questions),
    )


def words_of(page: QuizPage, language: str) -> RawWording:
    """Return the words as the given page holds them, by question and option id."""
    stems, feedback, options = {}, {}, {}
    for child in page.questions:
        value = child.value
        stems[child.id] = frozen_html(value["stem"].source)
        feedback[child.id] = frozen_html(value["feedback"].source)
        if child.block_type == TRUEFALSE:
            options[child.id] = {TRUE: ("", value["if_true"] or ""), FALSE: ("", value["if_false"] or "")}
        else:
            options[child.id] = {
                item.id: (item.value["text"] or "", item.value["feedback"] or "")
                for item in value["options"].bound_blocks
            }
    return RawWording(
        language=language,
        title=page.title,
        intro=frozen_html(page.intro),
        stems=stems,
        feedback=feedback,
        options=options,
    )


def _question(child: Any) -> Question:
    value = child.value
    statement = child.block_type == TRUEFALSE
    return Question(
        id=child.id or "",
        name=value["name"] or "",
        type=child.block_type,
        points=value["points"] or 0,
        critical=bool(value["critical"]),
        difficulty=value["difficulty"] or "",
        competence=value["competence"] or "",
        scoring=value.get("scoring") or ALL_OR_NOTHING,
        answer=value["answer"] or "" if statement else "",
        options=()
        if statement
        else tuple(Option(item.id or "", bool(item.value["correct"])) for item in value["options"].bound_blocks),
        articles=tuple(Citation(cited["code"] or "", cited["article"] or "") for cited in value["articles"]),
    )
