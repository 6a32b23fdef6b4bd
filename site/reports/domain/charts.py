"""Where the parts of a picture stand, in whole units of its view box; what they look like the style sheet says."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Units; a phone shows about one to a pixel.
WIDTH = 360
_LEFT, _TOP, _AXIS = 12, 22, 24


@dataclass(frozen=True)
class Bar:
    """A bar, what it stands for, and the places of its number and of its name."""

    x: int
    y: int
    width: int
    height: int
    value: str
    label: str
    group: str = ""

    @property
    def middle(self) -> int:
        """Return the x of the middle of an upright bar."""
        return self.x + self.width // 2

    @property
    def end(self) -> int:
        """Return the x just after a lying bar."""
        return self.x + self.width + 5

    @property
    def above(self) -> int:
        """Return the y of a number above an upright bar."""
        return self.y - 5

    @property
    def baseline(self) -> int:
        """Return the y of words beside a lying bar."""
        return self.y + self.height - 3


@dataclass(frozen=True)
class Tick:
    """A mark of the axis: where it stands and what it says."""

    at: int
    label: str


@dataclass(frozen=True)
class Span:
    """A value with its interval, on a line of its own at `y`."""

    y: int
    low: int
    at: int
    high: int
    label: str
    value: str

    @property
    def baseline(self) -> int:
        """Return the y of words on this line."""
        return self.y + 5


@dataclass(frozen=True)
class Chart:
    """A picture of `width` × `height` units; `floor` is the y of the axis below."""

    height: int
    floor: int
    bars: tuple[Bar, ...] = ()
    spans: tuple[Span, ...] = ()
    ticks: tuple[Tick, ...] = ()
    width: int = WIDTH

    @property
    def below(self) -> int:
        """Return the y of words below the axis."""
        return self.height - 5


def upright(counts: Sequence[int], labels: Sequence[str], edges: Sequence[str], *, height: int = 200) -> Chart:
    """Return bars that stand side by side, the highest as high as there is room for.

    Args:
        labels: what each bar stands for.
        edges: what stands below the axis at the edges of the bars, one more than bars; "" = nothing.
    """
    step = (WIDTH - 2 * _LEFT) // max(len(counts), 1)
    floor, most = height - _AXIS, max([*counts, 1])
    bars = []
    for place, (count, label) in enumerate(zip(counts, labels, strict=True)):
        tall = round(count * (floor - _TOP) / most)
        bars.append(Bar(_LEFT + place * step + 2, floor - tall, step - 4, tall, str(count), label))
    ticks = tuple(Tick(_LEFT + place * step, edge) for place, edge in enumerate(edges) if edge)
    return Chart(height, floor, bars=tuple(bars), ticks=ticks)


def lying(
    rows: Sequence[tuple[str, Sequence[tuple[str, float]]]], *, values: Sequence[Sequence[str]], indent: int = 28
) -> Chart:
    """Return groups of lying bars: for each row its label and (name of the group, share from 0 to 1) for each bar.

    Args:
        values: what is written beside each bar.
        indent: room for the labels.
    """
    room = WIDTH - indent - 52
    bars, y = [], 6
    for (label, parts), texts in zip(rows, values, strict=True):
        for (group, share), text in zip(parts, texts, strict=True):
            bars.append(Bar(indent, y, max(round(share * room), 1), 15, text, label, group))
            y += 17
        y += 10
    return Chart(y, y, bars=tuple(bars))


def spans(
    rows: Sequence[tuple[str, float, float]], *, values: Sequence[str], ticks: Sequence[str], indent: int = 40
) -> Chart:
    """Return values with intervals on a scale from 0 to 1: for each row (label, value, half of the interval).

    Args:
        values: what is written beside each.
        ticks: what stands below the axis, spread evenly from 0 to 1.
    """
    room = WIDTH - indent - 60

    def place(share: float) -> int:
        return indent + round(min(max(share, 0.0), 1.0) * room)

    found = tuple(
        Span(18 + 32 * number, place(value - half), place(value), place(value + half), label, text)
        for number, ((label, value, half), text) in enumerate(zip(rows, values, strict=True))
    )
    floor = 8 + 32 * len(found)
    marks = tuple(Tick(place(number / (len(ticks) - 1)), tick) for number, tick in enumerate(ticks))
    return Chart(floor + _AXIS, floor, spans=found, ticks=marks)
