"""What a learner answers to one question: chosen ids in a row, or words and ids by part."""

from collections.abc import Mapping, Sequence

#: `("id", …)` for choices and for the way through a case; `{part: text or id}` for everything else. Empty = no answer.
Answer = Sequence[str] | Mapping[str, str]

UNKNOWN = "unknown"
ONE_ONLY = "one_only"
NOT_A_NUMBER = "not_a_number"
TOO_LONG = "too_long"
NO_WAY = "no_way"

#: Characters of one typed answer. A reflection says itself how long it may be.
LONGEST_WORD = 200


class BadAnswer(ValueError):
    """An answer that the question cannot have; nothing of it is kept.

    Attributes:
        problem: "unknown" (a part or option that is not there), "one_only", "not_a_number", "too_long" or "no_way"
            (a decision that the case does not offer there).
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def ids_of(answer: Answer, known: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of an answer once each, in the order of `known`.

    Raises:
        BadAnswer: for fields where ids are due, or an id that is not known.
    """
    if isinstance(answer, Mapping):
        if answer:
            raise BadAnswer(UNKNOWN)
        return ()
    wanted = set(answer)
    if not wanted.issubset(known):
        raise BadAnswer(UNKNOWN)
    return tuple(key for key in known if key in wanted)


def fields_of(answer: Answer, known: Sequence[str], *, longest: int = LONGEST_WORD) -> dict[str, str]:
    """Return the filled fields of an answer, stripped, in the order of `known`.

    Raises:
        BadAnswer: for ids where fields are due, a field that is not known, or more than `longest` characters.
    """
    if not isinstance(answer, Mapping):
        if answer:
            raise BadAnswer(UNKNOWN)
        return {}
    if not set(answer).issubset(known):
        raise BadAnswer(UNKNOWN)
    filled = {key: answer[key].strip() for key in known if answer.get(key, "").strip()}
    if any(len(text) > longest for text in filled.values()):
        raise BadAnswer(TOO_LONG)
    return filled


def frozen(answer: Answer) -> Answer:
    """Return an answer read from JSON in the shape that `clean` returns."""
    return dict(answer) if isinstance(answer, Mapping) else tuple(answer)
