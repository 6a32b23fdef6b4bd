"""The passage of a text that answers a search, with the found words marked. Pure: no database, no HTML."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[\w’ʻʼ‘'`´ʹʾʿ＇-]+")
#: Words before the first found one, and words in all.
BEFORE = 8
LENGTH = 34


@dataclass(frozen=True)
class Piece:
    """A stretch of an excerpt; `found` pieces are shown marked."""

    text: str
    found: bool


def excerpt(text: str, wanted: Sequence[str], fold: Callable[[str], str]) -> tuple[Piece, ...]:
    """Return the passage around the first found word, cut at words.

    Args:
        text: plain text in its own spelling.
        wanted: folded words of the query; empty gives the beginning of the text.
        fold: brings a word to its searchable key.

    A word of the text is marked when its key contains a wanted word, so that endings do not matter.
    """
    spots = [(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(text)]
    hits = [any(word in key for word in wanted) for _start, _end, key in spots]
    first = hits.index(True) if True in hits else 0
    begin = max(0, first - BEFORE)
    if len(spots) - begin < LENGTH:
        begin = max(0, len(spots) - LENGTH)
    chosen = list(zip(spots, hits, strict=True))[begin : begin + LENGTH]
    if not chosen:
        return ()
    pieces = [Piece("…\u00a0", False)] if begin else []
    at = chosen[0][0][0]
    for (start, end, _key), found in chosen:
        if found:
            pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
            at = end
    last = chosen[-1][0][1]
    cut = begin + LENGTH < len(spots)
    pieces.append(Piece(text[at:last] + ("\u00a0…" if cut else text[last:]), False))
    return tuple(piece for piece in pieces if piece.text)
