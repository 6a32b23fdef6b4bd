"""Questions of every type, drawn at random for property tests, with answers that they can have."""

from typing import Any

from hypothesis import strategies as st

from quizzes.domain.answers import Answer
from quizzes.domain.kinds import (
    REACHED,
    Accepted,
    Choice,
    Criterion,
    Decision,
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
    Scenario,
    ShortText,
    Situation,
    Statement,
    Survey,
    Unit,
)

LETTERS = "abcdefghij"
WORDS = ("kodli soʻz", "parol", "zaxira raqam", "ovoz", "xat", "ҳудуд", "номер")


def options(right: str, letters: str) -> tuple[Option, ...]:
    """Return options named by letters."""
    return tuple(Option(letter, letter in right) for letter in letters)


@st.composite
def choices(draw: Any, *, several: bool) -> Choice:
    """Return a choice; its options are letters."""
    letters = LETTERS[: draw(st.integers(2, 10 if several else 8))]
    number = draw(st.integers(1, len(letters) - 1)) if several else 1
    right = "".join(draw(st.permutations(letters))[:number])
    scoring = draw(st.sampled_from(["per_option", "all_or_nothing"])) if several else "all_or_nothing"
    return Choice(options(right, letters), several, scoring)


@st.composite
def matchings(draw: Any) -> Matching:
    """Return a matching of letters with capital letters."""
    letters = LETTERS[: draw(st.integers(2, 8))]
    extra = tuple(f"x{number}" for number in range(draw(st.integers(0, 3))))
    return Matching(tuple(Pair(letter, letter.upper()) for letter in letters), extra)


@st.composite
def texts(draw: Any) -> ShortText:
    """Return a short text with full, partial and worthless accepted words."""
    words = draw(st.permutations(WORDS))[: draw(st.integers(1, 4))]
    shares = ["1", *(draw(st.sampled_from(["1/2", "1/3", "0", "1"])) for _word in words[1:])]
    return ShortText(
        tuple(Accepted(f"w{n}", (word,), share) for n, (word, share) in enumerate(zip(words, shares, strict=True)))
    )


@st.composite
def gap_texts(draw: Any) -> Gaps:
    """Return a text with typed and chosen gaps."""
    gaps = []
    for number in range(draw(st.integers(1, 5))):
        typed = draw(st.booleans())
        ids = [f"g{number}{letter}" for letter in "abc"]
        chosen = () if typed else tuple(Option(key, key == ids[0]) for key in ids)
        gaps.append(Gap(f"g{number}", f"gap-{number}", (WORDS[number],) if typed else (), chosen))
    return Gaps(tuple(gaps))


@st.composite
def scenarios(draw: Any) -> Scenario:
    """Return a case without a way back: decisions of a situation lead to later ones only."""
    size = draw(st.integers(2, 6))
    situations = []
    for number in range(size - 1):
        # The first decision leads to the next situation, so that each can be reached.
        targets = [number + 1, *draw(st.lists(st.integers(number + 1, size - 1), max_size=2))]
        decisions = tuple(
            Decision(f"d{number}{place}", f"s{target}", draw(st.integers(0, 3)))
            for place, target in enumerate(targets)
        )
        situations.append(Situation(f"s{number}", "", decisions))
    first = situations[0].decisions[0]
    worth = Situation("s0", "", (Decision(first.id, first.to, 2), *situations[0].decisions[1:]))
    return Scenario(
        (worth, *situations[1:], Situation(f"s{size - 1}", draw(st.sampled_from([REACHED, "failed"])), ()))
    )


@st.composite
def reflections(draw: Any) -> Reflection:
    """Return a reflection with a rubric."""
    rubric = tuple(
        Criterion(
            f"c{number}", tuple(Level(f"c{number}l{points}", points) for points in range(draw(st.integers(2, 4))))
        )
        for number in range(draw(st.integers(1, 3)))
    )
    return Reflection(20, 200, rubric)


def orderings() -> st.SearchStrategy[Ordering]:
    """Return orderings of letters."""
    return st.integers(2, 8).map(lambda size: Ordering(tuple(LETTERS[:size])))


def numbers() -> st.SearchStrategy[Numeric]:
    """Return numbers with a tolerance, without units, with one, with two."""
    units = (Unit("week", "1"), Unit("day", "1/7"))
    return st.builds(
        Numeric,
        answer=st.sampled_from(["4", "2.5", "-3", "1/3"]),
        tolerance=st.sampled_from(["0", "0.5"]),
        measures=st.integers(0, 2).map(lambda size: units[:size]),
    )


def kinds() -> st.SearchStrategy[Kind]:
    """Return questions of every type that a machine judges."""
    return st.one_of(
        choices(several=False),
        choices(several=True),
        st.sampled_from(["true", "false"]).map(Statement),
        matchings(),
        orderings(),
        numbers(),
        texts(),
        gap_texts(),
        scenarios(),
    )


def all_kinds() -> st.SearchStrategy[Kind]:
    """Return questions of every type."""
    surveys = st.builds(Survey, options=st.sampled_from([(), ("a", "b", "c")]), several=st.booleans())
    return st.one_of(kinds(), reflections(), surveys)


@st.composite
def answers_to(draw: Any, kind: Kind) -> Answer:
    """Return an answer that the question can have: empty, partial, right, wrong."""
    if isinstance(kind, Choice | Statement | Survey) and kind.parts:
        most = len(kind.parts) if getattr(kind, "several", False) else 1
        return tuple(draw(st.lists(st.sampled_from(kind.parts), max_size=most, unique=True)))
    match kind:
        case Scenario():
            return tuple(_way(draw, kind))
        case Matching():
            return _fields(draw, kind.lefts, st.sampled_from(kind.rights))
        case Ordering():
            return _fields(draw, kind.items, st.sampled_from(kind.places))
        case Numeric():
            number = _fields(draw, ("number",), st.sampled_from(["4", "2,5", "28", "1 000", "-3", "1/3"]))
            return number | (_fields(draw, ("unit",), st.sampled_from(kind.parts)) if kind.asks_unit else {})
        case Gaps():
            given = [_fields(draw, (gap.id,), _gap_values(gap)) for gap in kind.gaps]
            return {key: value for fields in given for key, value in fields.items()}
    return _fields(draw, ("text",), st.sampled_from(WORDS))


def _way(draw: Any, kind: Scenario) -> list[str]:
    way: list[str] = []
    while (here := kind.stands_at(way)).decisions and draw(st.booleans()):
        way.append(draw(st.sampled_from([decision.id for decision in here.decisions])))
    return way


def _gap_values(gap: Gap) -> st.SearchStrategy[str]:
    return st.sampled_from([option.id for option in gap.options] or WORDS)


def _fields(draw: Any, names: tuple[str, ...], values: st.SearchStrategy[str]) -> dict[str, str]:
    return {name: draw(values) for name in names if draw(st.booleans())}
