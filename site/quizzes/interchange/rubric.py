"""A rubric as a list that people read in other systems and that is read back here: `dt` a criterion, `dd` a level."""

import re
from html.parser import HTMLParser

from quizzes.domain.kinds import Criterion, Level, Reflection

from .building import Draft
from .model import Exchanged
from .texts import to_html, to_plain

_LEVEL = re.compile(r"(\d{1,2}) – (.*)", re.DOTALL)


def rubric_html(exchanged: Exchanged, kind: Reflection) -> str:
    """Return the rubric of a reflection as HTML."""
    rows = []
    for criterion in kind.rubric:
        rows.append(f"<dt>{to_html(exchanged.parts.get(criterion.id, ('', ''))[0])}</dt>")
        rows += (
            f"<dd>{level.points} – {to_html(exchanged.parts.get(level.id, ('', ''))[0])}</dd>"
            for level in criterion.levels
        )
    return f"<dl>{''.join(rows)}</dl>"


def read_rubric(draft: Draft, html: str) -> tuple[Criterion, ...]:
    """Return the rubric that `rubric_html` wrote; nothing if the HTML is no such list."""
    reader = _Rows()
    reader.feed(html)
    reader.close()
    rubric: list[tuple[str, list[Level]]] = []
    for tag, inner in reader.rows:
        text = draft.bounded(to_plain(inner)[0])
        if tag == "dt":
            rubric.append((draft.part("criterion", len(rubric), text=text), []))
            continue
        level = _LEVEL.fullmatch(text) or _LEVEL.fullmatch(f"{text} ")
        if not rubric or not level:
            return ()
        levels = rubric[-1][1]
        key = draft.part("criterion", len(rubric) - 1, "level", len(levels), text=level[2].strip())
        levels.append(Level(key, int(level[1])))
    return tuple(Criterion(key, tuple(levels)) for key, levels in rubric)


def made_rubric(draft: Draft, points: int) -> tuple[Criterion, ...]:
    """Return a rubric of one criterion for a text that came without one."""
    labels = draft.source.labels
    levels = (
        Level(draft.part("criterion", 0, "level", 0, text=labels.level_none), 0),
        Level(draft.part("criterion", 0, "level", 1, text=labels.level_full), points),
    )
    return (Criterion(draft.part("criterion", 0, text=labels.criterion), levels),)


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[tuple[str, str]] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("dt", "dd"):
            self._open = tag
            self.rows.append((tag, ""))
        else:
            self._add(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("dt", "dd"):
            self._open = ""

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def _add(self, text: str) -> None:
        if self._open:
            tag, inner = self.rows[-1]
            self.rows[-1] = (tag, inner + text)
