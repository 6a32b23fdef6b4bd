"""Questions of every type that other systems know, with words in all letters and with every special character."""

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from core.folding import fold
from quizzes.domain.kinds import (
    Accepted,
    Choice,
    Criterion,
    Gap,
    Gaps,
    Kind,
    Level,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    Reflection,
    ShortText,
    Statement,
    Survey,
    Unit,
)  # fmt: skip
from quizzes.domain.spec import Citation, Question
from quizzes.interchange.cleaning import clean_html
from quizzes.interchange.model import Exchanged
from quizzes.interchange.numbers import exact_text
from quizzes.interchange.texts import tidy

WORDS = [
    "roziligi", "oʻquv", "gʻoya", "maʼlumot", "Конфиденциальность", "съёмка", "ўқув", "ҳолат", "consent", "50%", "a=b",
    "{gap}", "~", "#1", "x:y", r"back\slash", r"\n", "->", "[html]", "//", "$CATEGORY:", "::", "<b>", "&amp;", "]]>",
    "[[gap-1]]", "{1:SA:=x}", '"quoted"', "it's", "****", "%50%", "T", "TRUE", "=", "}", "@@PLUGINFILE@@/x.png",
    "\u00a0", "https://saboq.example/?a=1&b=2", "😀", ">3 ALL", "2..5", "```", "_____",
]  # fmt: skip
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\u2028\u2029")
KEYS = st.from_regex(r"\A[a-z0-9]{1,8}(-[a-z0-9]{1,8})?\Z")


@st.composite
def plain(draw: Any, *, lines: bool = True) -> str:
    """Words of an option: never empty, tidy."""
    pieces = st.one_of(st.sampled_from(WORDS), st.text(LETTERS, min_size=1, max_size=12))
    joints = st.sampled_from([" ", "", "\n"] if lines else [" ", ""])
    text = "".join(draw(pieces) + draw(joints) for _ in range(draw(st.integers(1, 5))))
    return tidy(text) or "x"


def remark() -> Any:
    return st.one_of(st.just(""), plain())


@st.composite
def rich(draw: Any, *, filled: bool = True) -> str:
    """Clean HTML."""
    from html import escape

    wraps = st.sampled_from(
        [
            "<p>{}</p>",
            "<p>a <b>{}</b></p>",
            "<ul><li>{}</li></ul>",
            '<p><a href="https://saboq.example/?q=1&amp;r">{}</a></p>',
            "{}",
        ]
    )
    parts = [draw(wraps).replace("{}", escape(draw(plain()), quote=False)) for _ in range(draw(st.integers(1, 3)))]
    html = clean_html("".join(parts))[0]
    return html or ("<p>x</p>" if filled else "")


@st.composite
def spellings(draw: Any, taken: set[str]) -> tuple[str, ...]:
    found = []
    for word in draw(st.lists(plain(lines=False), min_size=1, max_size=3, unique=True)):
        word = word.replace("->", "→")
        if fold(word) and fold(word) not in taken and len(word) < 200:
            taken.add(fold(word))
            found.append(word)
    return tuple(found)


def numbers(low: int = -(10**7)) -> Any:
    return st.integers(low, 10**7).map(lambda number: exact_text(Fraction(number, 1000)))


class Made:
    """A kind with the words of its parts, while it is drawn."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[str, str]] = {}

    def part(self, key: str, text: str = "", note: str = "") -> str:
        self.parts[key] = (text, note)
        return key


def _options(draw: Any, made: Made, right: list[bool], prefix: str = "o") -> tuple[Option, ...]:
    return tuple(
        Option(made.part(f"{prefix}{n}", draw(plain()), draw(remark())), correct) for n, correct in enumerate(right)
    )


def _single(draw: Any, made: Made) -> Kind:
    count = draw(st.integers(2, 6))
    place = draw(st.integers(0, count - 1))
    return Choice(_options(draw, made, [n == place for n in range(count)]), False, "all_or_nothing")


def _multiple(draw: Any, made: Made) -> Kind:
    right = draw(st.lists(st.booleans(), min_size=2, max_size=10).filter(lambda r: 0 < sum(r) < len(r)))
    return Choice(_options(draw, made, right), True, draw(st.sampled_from(["per_option", "all_or_nothing"])))


def _truefalse(draw: Any, made: Made) -> Kind:
    made.part("true", "", draw(remark()))
    made.part("false", "", draw(remark()))
    return Statement(draw(st.sampled_from(["true", "false"])))


def _matching(draw: Any, made: Made) -> Kind:
    rights = draw(st.lists(plain(), min_size=2, max_size=7, unique=True))
    pairs = draw(st.integers(2, len(rights)))
    keys = [made.part(f"r{n}", text) for n, text in enumerate(rights)]
    lefts = [made.part(f"l{n}", draw(plain())) for n in range(pairs)]
    return Matching(tuple(map(Pair, lefts, keys[:pairs])), tuple(keys[pairs:]))


def _ordering(draw: Any, made: Made) -> Kind:
    return Ordering(tuple(made.part(f"s{n}", draw(plain())) for n in range(draw(st.integers(2, 7)))))


def _numeric(draw: Any, made: Made, most: int = 2) -> Kind:
    factors = draw(st.lists(st.sampled_from(["1/7", "7", "0.5", "24", "1/3", "1000"]), max_size=most))
    units = (draw(st.booleans()) and ["1", *factors]) or []
    measures = tuple(Unit(made.part(f"u{n}", draw(plain(lines=False))), f) for n, f in enumerate(units))
    return Numeric(draw(numbers()), draw(numbers(0)), measures)


def _one_unit(draw: Any, made: Made) -> Kind:
    return _numeric(draw, made, 0)


def _text(draw: Any, made: Made) -> Kind:
    taken: set[str] = set()
    accepted: list[Accepted] = []
    told: set[tuple[str, str]] = set()
    for n, share in enumerate(["1", *draw(st.lists(st.sampled_from(["1", "1/2", "1/3", "0", "5/6"]), max_size=3))]):
        words, note = draw(spellings(taken)), draw(remark())
        if words and (share, note) not in told:
            told.add((share, note))
            accepted.append(Accepted(made.part(f"a{n}", "", note), words, share))
        elif not n:
            taken.add("kodli soz")
            told.add(("1", ""))
            accepted.append(Accepted(made.part("a0", "", ""), ("kodli soʻz",), "1"))
    return ShortText(tuple(accepted))


def _gaps(draw: Any, made: Made, most: int = 4) -> Kind:
    gaps, text = [], draw(rich())
    for n in range(draw(st.integers(1, most))):
        name = f"g{n}"
        if draw(st.booleans()):
            count = draw(st.integers(2, 5))
            place = draw(st.integers(0, count - 1))
            options = _options(draw, made, [m == place for m in range(count)], f"g{n}o")
            gaps.append(Gap(f"gap{n}", name, (), options))
        else:
            gaps.append(Gap(f"gap{n}", name, draw(spellings(set())) or ("oʻn", "ten"), ()))
        text += f"<p>x [[{name}]]{draw(st.sampled_from(['', '.', ' y']))}</p>"
    made.part("text", clean_html(text)[0])
    return Gaps(tuple(gaps))


def _one_gap(draw: Any, made: Made) -> Kind:
    return _gaps(draw, made, 1)


def _reflection(draw: Any, made: Made) -> Kind:
    rubric = []
    for n in range(draw(st.integers(1, 3))):
        points = sorted(draw(st.lists(st.integers(0, 9), min_size=1, max_size=3)))
        levels = tuple(Level(made.part(f"c{n}l{m}", draw(plain())), p) for m, p in enumerate([*points, 10]))
        rubric.append(Criterion(made.part(f"c{n}", draw(plain())), levels))
    low = draw(st.integers(0, 100))
    return Reflection(low, low + draw(st.integers(1, 300)), tuple(rubric))


def _survey(draw: Any, made: Made) -> Kind:
    count = draw(st.sampled_from([0, 2, 5]))
    return Survey(tuple(made.part(f"o{n}", draw(plain())) for n in range(count)), count > 0 and draw(st.booleans()))


MAKERS = {
    "single": _single, "multiple": _multiple, "truefalse": _truefalse, "matching": _matching, "ordering": _ordering,
    "numeric": _numeric, "text": _text, "gaps": _gaps, "reflection": _reflection, "one gap": _one_gap,
    "one unit": _one_unit, "survey": _survey,
}  # fmt: skip


@st.composite
def exchanged(draw: Any, *types: str) -> Exchanged:
    """A question of one of the types."""
    maker = draw(st.sampled_from(types))
    made = Made()
    kind = MAKERS[maker](draw, made)
    question = Question(
        id="the question",
        name=draw(KEYS),
        type={"one gap": "gaps", "one unit": "numeric"}.get(maker, maker),
        points=draw(st.integers(1, 20)) if kind.scored else 0,
        critical=draw(st.booleans()) and kind.scored,
        difficulty=draw(st.sampled_from(["easy", "medium", "hard"])),
        competence=draw(st.one_of(st.just(""), KEYS)),
        articles=tuple(draw(st.lists(st.builds(Citation, KEYS, KEYS), max_size=2, unique=True))),
        kind=kind,
    )
    return Exchanged(
        question=question,
        stem=draw(rich()),
        feedback=draw(st.one_of(st.just(""), rich())),
        parts={key: made.parts[key] for key in kind.parts},
        tags=tuple(draw(st.lists(KEYS, max_size=3, unique=True))),
    )
