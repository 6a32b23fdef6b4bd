"""Raw StreamField data of a quiz with a question of every type that `quiz_data` has not. Key words are telling."""

import json
from typing import Any

from quizzes.models import QuizPage
from tests.factories.pages import in_language, make_course, publish, step
from tests.factories.quiz_data import block_id

QUIZ = "types"
#: The types, in the order of the quiz; their block ids are `question_id(type)`.
TYPES = ("matching", "ordering", "numeric", "text", "gaps", "scenario", "reflection", "survey")
#: Stand in keys, feedback and situations that nobody has reached; no page may hold them before their time.
TYPE_SECRETS = ("MAXFIY", ".partner", "correct", "4321", "YASHIRIN")


def question_id(type_: str) -> str:
    return block_id(QUIZ, type_)


def part(type_: str, *names: str) -> str:
    """Return the id of a part of the question of a type."""
    return block_id(QUIZ, type_, *names)


def make_draft_of_all_types() -> QuizPage:
    """Return a quiz whose questions stand in a draft only; what is live has none."""
    page = step(make_course(lessons=1), "quiz")
    page.questions = json.dumps(types_data())
    page.save_revision()
    return page


def types_data(language: str = "uz", only: tuple[str, ...] = TYPES) -> list[dict[str, Any]]:
    """Return a question of each type with words in a language."""
    return [
        {"type": type_, "value": {**_common(type_, language), **_OWN[type_](language)}, "id": question_id(type_)}
        for type_ in only
    ]


def write_types(page: QuizPage, only: tuple[str, ...] = TYPES, **fields: Any) -> None:
    """Give a quiz page a question of each type in three languages, and the source page these fields."""
    for language in ("uz", "ru", "en"):
        found = in_language(page, language)
        found.questions = json.dumps(types_data(language, only))
        if language == "uz":
            for name, value in fields.items():
                setattr(found, name, value)
        publish(found)


def _common(type_: str, language: str) -> dict[str, Any]:
    common = {
        "name": type_,
        "stem": f"<p>Savol {type_} [{language}]</p>",
        "feedback": f"<p>MAXFIY-TUSHUNTIRISH {type_} [{language}]</p>",
        "articles": [],
        "competence": "",
        "tags": "",
        "reviewed_on": None,
    }
    return common if type_ == "survey" else {**common, "points": 6, "critical": False, "difficulty": "easy"}


def _item(key: str, value: Any) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": key}


def _matching(language: str) -> dict[str, Any]:
    pairs = [
        _item(part("matching", name), {"text": f"Chap {name} [{language}]", "match": f"Oʻng {name} [{language}]"})
        for name in "abc"
    ]
    return {"pairs": pairs, "extra": [_item(part("matching", "extra"), f"Oʻng ortiqcha [{language}]")]}


def _ordering(language: str) -> dict[str, Any]:
    return {"items": [_item(part("ordering", name), f"Qadam {name} [{language}]") for name in "abcd"]}


def _numeric(language: str) -> dict[str, Any]:
    units = [
        _item(part("numeric", "week"), {"text": f"hafta [{language}]", "factor": "1"}),
        _item(part("numeric", "day"), {"text": f"kun [{language}]", "factor": "1/7"}),
    ]
    return {"answer": "4321", "tolerance": "0", "units": units}


def _text(language: str) -> dict[str, Any]:
    accepted = [
        {"spellings": "MAXFIY soʻz; махфий сўз", "share": "1", "feedback": f"MAXFIY-IZOH toʻliq [{language}]"},
        {"spellings": "MAXFIY yarim", "share": "1/2", "feedback": f"MAXFIY-IZOH yarim [{language}]"},
    ]
    return {"accepted": [_item(part("text", str(number)), value) for number, value in enumerate(accepted)]}


def _gaps(language: str) -> dict[str, Any]:
    options = [
        _item(part("gaps", "channel", name), {"text": f"Kanal {name} [{language}]", "correct": name == "a"})
        for name in "ab"
    ]
    return {
        "text": f"<p>Kutish: [[minutes]] daqiqa, keyin [[channel]] [{language}].</p>",
        "gaps": [
            _item(part("gaps", "minutes"), {"name": "minutes", "spellings": "MAXFIY oʻn; 4321", "options": []}),
            _item(part("gaps", "channel"), {"name": "channel", "spellings": "", "options": options}),
        ],
    }


def _scenario(language: str) -> dict[str, Any]:
    def decision(name: str, to: str, points: int) -> dict[str, Any]:
        value = {
            "text": f"Qaror {name} [{language}]",
            "to": to,
            "points": points,
            "consequence": f"YASHIRIN-OQIBAT {name} [{language}]",
        }
        return _item(part("scenario", name), value)

    def situation(name: str, ending: str = "", *decisions: dict[str, Any]) -> dict[str, Any]:
        mark = "" if name == "start" else "YASHIRIN-"
        value = {"name": name, "text": f"<p>{mark}Vaziyat {name} [{language}]</p>", "ending": ending}
        return _item(part("scenario", name), {**value, "decisions": list(decisions)})

    return {
        "situations": [
            situation("start", "", decision("wait", "middle", 2), decision("shout", "bad", 0)),
            situation("middle", "", decision("call", "good", 1), decision("leave", "bad", 0)),
            situation("good", "reached"),
            situation("bad", "failed"),
        ]
    }


def _reflection(language: str) -> dict[str, Any]:
    def criterion(name: str) -> dict[str, Any]:
        levels = [
            _item(part("reflection", name, str(points)), {"points": points, "text": f"Daraja {name}{points}"})
            for points in (0, 1, 3)
        ]
        return _item(part("reflection", name), {"text": f"Mezon {name} [{language}]", "levels": levels})

    return {"min_words": 5, "max_words": 50, "rubric": [criterion("facts"), criterion("words")]}


def _survey(language: str) -> dict[str, Any]:
    options = [_item(part("survey", name), f"Fikr {name} [{language}]") for name in ("sure", "unsure")]
    return {"options": options, "several": False}


_OWN = {
    "matching": _matching,
    "ordering": _ordering,
    "numeric": _numeric,
    "text": _text,
    "gaps": _gaps,
    "scenario": _scenario,
    "reflection": _reflection,
    "survey": _survey,
}
