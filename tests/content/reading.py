"""Reading the words out of content, for the tests that judge them."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

STRUCTURE = {
    "type", "tone", "channel", "by", "code", "article", "resource", "key", "kind", "layout", "difficulty",
    "start", "to", "ending", "scoring", "share", "tolerance", "factor", "answer", "competence", "review", "counts",
    "critical", "form", "completes", "overdue",
}  # fmt: skip
#: Names of files; and what is heard instead of a picture, which nobody reads besides the lesson.
STRUCTURE |= {"image", "video", "poster", "captions", "file", "alt"}


def words_in(value: Any, name: str = "") -> Iterator[str]:
    """Yield every text in a piece of content that is words, not structure."""
    if isinstance(value, dict):
        # Accepted spellings are key in all languages together: what a translation says of them is their feedback.
        for key, item in value.items():
            spelt = name == "accept" and isinstance(item, dict) and "also" in item
            yield from words_in({"feedback": item["feedback"]} if spelt else item, key)
    elif isinstance(value, str) and (name not in STRUCTURE or " " in value):
        yield value


def count(value: Any) -> int:
    return sum(len(text.split()) for text in words_in(value))


def shingles(text: str, size: int = 6) -> set[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text.lower())
    return {tuple(tokens[start : start + size]) for start in range(len(tokens) - size + 1)}


def likeness(one: str, other: str) -> float:
    """Return how much of the shorter text stands in the other, word by word in runs of six."""
    left, right = shingles(one), shingles(other)
    return len(left & right) / max(1, min(len(left), len(right)))


def could_be_alike(one: str, other: str, least: float) -> bool:
    """Tell cheaply whether `ratio` could reach `least`: how many letters the two have in common, in any order."""
    letters = (Counter(one) & Counter(other)).total()
    words = (Counter(one.split()) & Counter(other.split())).total()
    longer = max(len(one.split()), len(other.split()))
    return 2 * letters >= least * (len(one) + len(other)) and words >= least * longer / 3


def ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
