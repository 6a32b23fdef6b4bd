"""States as badges: made once per page, because a grid shows a thousand of them."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.words import CELL_MARKS, CELL_WORDS, STANDING_MARKS, STANDING_WORDS


def cell_badges() -> dict[str, SafeString]:
    """Return the badge of every state of a step, in the active language."""
    return _badges(CELL_MARKS, CELL_WORDS)


def standing_badges() -> dict[str, SafeString]:
    """Return the badge of every state of a learner, in the active language."""
    return _badges(STANDING_MARKS, STANDING_WORDS)


def _badges(marks: Mapping[Any, tuple[str, str]], words: Mapping[Any, Any]) -> dict[str, SafeString]:
    made = {}
    for state, (icon, tone) in marks.items():
        html = render_to_string("teaching/badge.html", {"icon": icon, "tone": tone, "word": words[state]})
        made[state.value] = SafeString(html.strip())
    return made
