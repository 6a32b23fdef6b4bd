"""Writing a text with gaps as cloze."""

import re

from quizzes.domain.kinds import Gap, Gaps
from quizzes.domain.kinds.gaps import MARK, TEXT

from .. import reasons
from ..gap_text import joined
from ..model import Exchanged, Refused
from ..texts import to_html

_SPECIAL = re.compile(r"[\\{}~#/\"=%*]")


def cloze_text(kind: Gaps, exchanged: Exchanged) -> str:
    """Return task and text as one piece of HTML with the gaps written inside.

    Raises:
        Refused: if the text does not have each gap once.
    """
    gaps = {gap.name: gap for gap in kind.gaps}
    text = exchanged.parts[TEXT][0]
    if sorted(name for name in MARK.findall(text) if name in gaps) != sorted(gaps):
        raise Refused(reasons.GAP_TEXT)
    pieces = MARK.split(text)
    for place in range(1, len(pieces), 2):
        gap = gaps.get(pieces[place])
        pieces[place] = _gap(exchanged, gap) if gap else f"[[{pieces[place]}]]"
    pieces[::2] = map(_harmless, pieces[::2])
    return joined(_harmless(exchanged.stem), "".join(pieces))


def _harmless(html: str) -> str:
    """Return HTML in which no brace opens a gap."""
    return html.replace("{", "&#123;")


def _gap(exchanged: Exchanged, gap: Gap) -> str:
    if gap.options:
        answers = []
        for option in gap.options:
            text, note = exchanged.parts[option.id]
            remark = f"#{_escaped(to_html(note))}" if note else ""
            answers.append(f"{'=' if option.correct else ''}{_escaped(to_html(text))}{remark}")
        return f"{{1:MULTICHOICE_S:{'~'.join(answers)}}}"
    spellings = (spelling.replace("*", r"\*") for spelling in gap.spellings)
    return f"{{1:SHORTANSWER:{'~'.join(f'={_escaped(spelling)}' for spelling in spellings)}}}"


def _escaped(text: str) -> str:
    """Return text with every sign of cloze, and of the HTML around it, as the number of a character."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text.replace("&", "&amp;").replace("<", "&lt;"))
