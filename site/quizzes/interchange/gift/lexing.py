r"""Lines of a GIFT file cut into questions, and the escapes `\~ \= \# \{ \} \: \\ \n` put out of the way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .. import reasons
from ..model import BadFile, Place
from ..texts import printable

#: Escaped characters stand as characters that no text may have (`texts.printable` takes them out beforehand).
_ESCAPED = {"~": "\ufdd0", "=": "\ufdd1", "#": "\ufdd2", "{": "\ufdd3", "}": "\ufdd4", ":": "\ufdd5", "\\": "\ufdd6"}
_NEWLINE = "\ufdd7"
_BACK = {stand_in: char for char, stand_in in _ESCAPED.items()} | {_NEWLINE: "\n"}
_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_STAND_IN = re.compile("[\ufdd0-\ufdd7]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]<>`])+)\]")
_SPECIAL = re.compile(r"[~=#{}:\\]")


@dataclass
class Block:
    """One question: its text without comments, the line of its first word, and the tags of the comments before it."""

    line: int
    text: str = ""
    tags: list[str] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Return where it begins."""
        return Place(line=self.line)


def decoded(content: bytes) -> str:
    """Return the text of a file in UTF-8.

    Raises:
        BadFile: for another encoding, with the line.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(reasons.NOT_UTF8, Place(line=content.count(b"\n", 0, error.start) + 1)) from None


def blocks(text: str) -> Iterator[Block]:
    """Yield the questions and the category lines of a file; an empty line ends a question."""
    lines: list[str] = []
    tags: list[str] = []
    first = 0
    for number, line in enumerate([*printable(text).split("\n"), ""], start=1):
        stripped = line.strip()
        if stripped.startswith("//"):
            tags += (tag.replace("\\]", "]") for tag in _TAG.findall(stripped))
        elif stripped.startswith("$CATEGORY:") and not lines:
            yield Block(number, stripped)
        elif stripped:
            first = first or number
            lines.append(line)
        elif lines:
            yield Block(first, "\n".join(lines).strip(), tags)
            lines, tags, first = [], [], 0


def protected(text: str) -> str:
    """Return a text in which escaped characters do not count as marks."""
    return _ESCAPE.sub(lambda found: _NEWLINE if found[1] == "n" else _ESCAPED[found[1]], text)


def restored(text: str) -> str:
    """Return a protected text with the characters that were meant."""
    return _STAND_IN.sub(lambda found: _BACK[found[0]], text)


def escaped(text: str) -> str:
    r"""Return a text so that nothing in it counts as a mark: `{` becomes `\{`, the end of a line `\n`."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], printable(text)).replace("\n", r"\n")


def tag_comment(tags: list[str]) -> str:
    """Return the comment that carries tags, or ""."""
    return f"// {' '.join(f'[tag:{escaped_tag(tag)}]' for tag in tags)}\n" if tags else ""


def escaped_tag(tag: str) -> str:
    r"""Return a tag with `]` as `\]`."""
    return tag.replace("]", "\\]")
