"""A text with gaps in one piece, as other systems have it, and in two, as Saboq has it: the task, then the text."""

import re
from collections.abc import Iterator
from itertools import count

_TASK, _TEXT = "saboq-task", "saboq-text"
_BOTH = re.compile(rf'\s*<div class="{_TASK}">(.*?)</div>\s*<div class="{_TEXT}">(.*)</div>\s*', re.DOTALL)


def joined(stem: str, text: str) -> str:
    """Return task and text as one piece of HTML."""
    return f'<div class="{_TASK}">{stem}</div><div class="{_TEXT}">{text}</div>'


def parted(html: str) -> tuple[str, str]:
    """Return task and text of one piece; the task is "" where nothing tells them apart."""
    both = _BOTH.fullmatch(html)
    return (both[1], both[2]) if both else ("", html)


def names_for(html: str) -> Iterator[str]:
    """Yield names for gaps, in their order, that stand nowhere in a text: gap-1, gap-2, …"""
    prefix = "gap"
    while f"[[{prefix}-" in html:
        prefix += "x"
    return (f"{prefix}-{number}" for number in count(1))
