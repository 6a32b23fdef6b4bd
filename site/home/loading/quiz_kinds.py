"""What files of quizzes and banks hold: every type of question, sections and rules."""

from typing import Any

from .kinds import CELL, DAY, FLAG, KEYS, LINE, TEXT, fits_key
from .quiz_shapes import Brief, GapText, ListOrDraw, number, spelling, spellings, tags
from .schema import Keyed, Prose, Record, Shape, Variant, Words, one_of, whole

DIFFICULTY = one_of("easy", "medium", "hard")
FORM = one_of("a", "b")


def _asked(required: dict[str, Shape], optional: dict[str, Shape] | None = None, **defaults: Any) -> Record:
    """Return the shape of a question that nobody needs to judge: what every question has, and its own fields."""
    return Record(
        {"type": TEXT, "stem": Prose(), **required},
        {
            "feedback": Words(1200),
            "articles": KEYS,
            "competence": TEXT,
            "tags": tags(),
            "reviewed": DAY,
            **(optional or {}),
        },
        {"feedback": "", "articles": [], "competence": "", "tags": [], "reviewed": None, **defaults},
    )


def _judged(required: dict[str, Shape], optional: dict[str, Shape] | None = None, **defaults: Any) -> Record:
    """Return the shape of a question that brings points."""
    return _asked(
        {
            "points": whole(1, 20),
            "difficulty": DIFFICULTY,
            "competence": TEXT,
            "feedback": Words(1200),
            "articles": KEYS,
            **required,
        },
        {"critical": FLAG, **(optional or {})},
        critical=False,
        **defaults,
    )


_OPTIONS = Keyed(Record({"text": CELL, "feedback": CELL}, {"correct": FLAG}, {"correct": False}), least=3, most=8)
_GAP = Record(
    {},
    {
        "accept": spellings(),
        "options": Keyed(Brief({"text": Words(160)}, {"correct": FLAG}, {"correct": False}), least=2, most=5),
    },
    {"accept": [], "options": {}},
)
_SITUATION = Record(
    {"text": Prose()},
    {
        "ending": one_of("reached", "failed"),
        "decisions": Keyed(
            Record(
                {"text": CELL, "to": TEXT},
                {"points": whole(0, 20), "consequence": CELL},
                {"points": 0, "consequence": ""},
            ),
            key=fits_key,
            least=2,
            most=4,
        ),
    },
    {"ending": "", "decisions": {}},
)
_CRITERION = Record(
    {"text": Words(240), "levels": Keyed(Brief({"points": whole(0, 20), "text": CELL}), least=2, most=6)}
)

QUESTION = Variant(
    variants={
        "single": _judged({"options": _OPTIONS}),
        "multiple": _judged({"options": _OPTIONS, "scoring": one_of("per_option", "all_or_nothing")}),
        "truefalse": _judged({"answer": FLAG, "if_true": CELL, "if_false": CELL}),
        "matching": _judged(
            {"pairs": Keyed(Record({"text": CELL, "match": CELL}), least=3, most=6)},
            {"extra": Keyed(Words(300), most=3)},
            extra={},
        ),
        "ordering": _judged({"items": Keyed(CELL, least=3, most=7)}),
        "numeric": _judged(
            {"answer": number()},
            {
                "tolerance": number(),
                "units": Keyed(Brief({"text": Words(40), "factor": number()}), most=5),
            },
            tolerance="0",
            units={},
        ),
        "text": _judged(
            {
                "accept": Keyed(
                    Record(
                        {"text": spelling()},
                        {"also": spellings(), "share": number(), "feedback": CELL},
                        {"also": [], "share": "1", "feedback": ""},
                    ),
                    least=1,
                    most=10,
                )
            }
        ),
        "gaps": _judged({"text": GapText(), "gaps": Keyed(_GAP, key=fits_key, least=1, most=10)}),
        "scenario": _judged(
            {"start": TEXT, "situations": Keyed(_SITUATION, key=fits_key, least=2, most=30)},
        ),
        "reflection": _judged(
            {
                "min_words": whole(0, 1000),
                "max_words": whole(20, 2000),
                "rubric": Keyed(_CRITERION, least=1, most=8),
            }
        ),
        "survey": _asked(
            {},
            {"options": Keyed(Words(200), least=2, most=7), "free_text": FLAG, "several": FLAG},
            options={},
            free_text=False,
            several=False,
        ),
    }
)
_LIST = Record(
    {"questions": KEYS},
    {"title": Words(160), "shuffle": FLAG, "form": FORM},
    {"title": "", "shuffle": False, "form": ""},
)
_DRAW = Record(
    {"banks": KEYS, "take": whole(1, 100)},
    {
        "title": Words(160),
        "tags": tags(),
        "without": tags(),
        "critical": one_of("only", "none"),
        "difficulty": DIFFICULTY,
        "form": FORM,
    },
    {"title": "", "tags": [], "without": [], "critical": "", "difficulty": "", "form": ""},
)
BANK = Record(
    {
        "kind": one_of("bank"),
        "key": TEXT,
        "title": LINE,
        "note": Words(2000),
        "questions": Keyed(QUESTION, key=fits_key, least=1, most=300),
    }
)
QUIZ = Record(
    {
        "kind": one_of("quiz"),
        "key": TEXT,
        "title": LINE,
        "intro": Prose(),
        "pass_percent": whole(1, 100),
        "attempts": whole(0, 20),
        "pause_hours": whole(0, 1000),
        "layout": one_of("one", "all"),
    },
    {
        "summary": Words(300),
        "questions": Keyed(QUESTION, key=fits_key, most=200),
        "sections": Keyed(ListOrDraw(variants={"list": _LIST, "draw": _DRAW}), key=fits_key, most=50),
        "shuffle_options": FLAG,
        "shuffle_questions": FLAG,
        "competences": KEYS,
        "minutes": whole(1, 300),
        "critical_percent": whole(1, 100),
        "completes": one_of("passed", "handed_in"),
        "pause_each_hours": whole(0, 1000),
        "counts": one_of("best", "last", "first", "average"),
        "time_limit": whole(0, 600),
        "overdue": one_of("hand_in", "grace", "abandon"),
        "grace_minutes": whole(0, 600),
        "review": one_of("at_once", "after_pass_or_last"),
        "bands": Keyed(Record({"from": whole(0, 100), "text": Prose()}), most=8),
    },
    {
        "summary": "",
        "questions": {},
        "sections": {},
        "shuffle_options": True,
        "shuffle_questions": False,
        "competences": [],
        "minutes": 20,
        "critical_percent": 100,
        "completes": "passed",
        "pause_each_hours": 0,
        "counts": "best",
        "time_limit": 0,
        "overdue": "hand_in",
        "grace_minutes": 0,
        "review": "at_once",
        "bands": {},
    },
)
