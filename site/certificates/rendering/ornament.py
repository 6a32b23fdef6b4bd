"""The ornament of a paper, computed: a frame of eight-pointed stars and crosses, and a guilloche behind the text.

Star and cross is the old tile pattern of Samarkand and Bukhara: two squares, one turned by 45°, make a star; stars
stand point to point, and what is left between four of them is a cross. All lengths are millimetres, x to the right and
y down, on an A4 sheet lying on its side.
"""

from dataclasses import dataclass
from math import cos, pi, sin

WIDTH, HEIGHT = 297.0, 210.0
#: 297 - 210 = 87 is ten tiles, so that stars fit both sides exactly and the four corners are whole stars.
TILE = 8.7
COLUMNS, ROWS = 32, 22
MARGIN = (WIDTH - COLUMNS * TILE) / 2

LAPIS, TERRACOTTA, GLAZE, MIST = "#1d3f72", "#b0512f", "#eaeff6", "#e3e8ef"
#: Where the two squares of an eight-pointed star cross, as a part of its radius.
NOTCH = cos(pi / 4) / cos(pi / 8)

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True)
class Layer:
    """Closed outlines painted alike. `fill` and `stroke` are "#rrggbb" or "" for none; `width` is in millimetres."""

    outlines: tuple[Outline, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 0.0


def star(x: float, y: float, radius: float, notch: float = NOTCH) -> Outline:
    """Return the sixteen corners of an eight-pointed star around (x, y)."""
    return tuple(
        (x + size * cos(step * pi / 8), y + size * sin(step * pi / 8))
        for step in range(16)
        for size in [radius if step % 2 == 0 else radius * notch]
    )


def rosette(x: float, y: float, radius: float, *, petals: int, depth: float, turns: int) -> Outline:
    """Return a guilloche: one closed line that winds `turns` times around (x, y) in `petals` waves.

    `depth` is the part of the radius by which the waves reach inward.
    """
    steps = 30 * petals
    return tuple(
        (x + reach * cos(angle), y + reach * sin(angle))
        for step in range(steps)
        for angle in [2 * pi * turns * step / steps]
        for reach in [radius * (1 - depth / 2 + depth / 2 * cos(petals * angle / turns))]
    )


def box(inset: float) -> Outline:
    """Return a rectangle at the same distance from all four edges of the sheet."""
    right, bottom = WIDTH - inset, HEIGHT - inset
    return ((inset, inset), (right, inset), (right, bottom), (inset, bottom))


def tiles() -> list[tuple[int, int]]:
    """Return (column, row) of the stars in the frame, clockwise from the upper left corner."""
    upper = [(column, 0) for column in range(COLUMNS)]
    right = [(COLUMNS - 1, row) for row in range(1, ROWS)]
    lower = [(column, ROWS - 1) for column in range(COLUMNS - 2, -1, -1)]
    left = [(0, row) for row in range(ROWS - 2, 0, -1)]
    return upper + right + lower + left


def centre(tile: tuple[int, int]) -> Point:
    """Return the middle of a tile."""
    column, row = tile
    return MARGIN + TILE * (column + 0.5), MARGIN + TILE * (row + 0.5)


def frame() -> list[Layer]:
    """Return the layers of the frame, lowest first."""
    every = tiles()
    corners = {(column, row) for column in (0, COLUMNS - 1) for row in (0, ROWS - 1)}
    half = TILE / 2
    cool = [tile for tile in every if sum(tile) % 2 and tile not in corners]
    warm = [tile for tile in every if not sum(tile) % 2 and tile not in corners]
    return [
        Layer((box(MARGIN), box(MARGIN + TILE)), stroke=LAPIS, width=0.3),
        Layer((box(MARGIN - 1.2), box(MARGIN + TILE + 1.2)), stroke=TERRACOTTA, width=0.2),
        Layer(_stars(every, half), fill=GLAZE, stroke=LAPIS, width=0.2),
        Layer(_stars(every, half * 0.62, notch=0.62), fill="#ffffff", stroke=LAPIS, width=0.12),
        Layer(_stars(cool, half * 0.4), fill=LAPIS),
        Layer(_stars(warm, half * 0.28), fill=TERRACOTTA),
        Layer(_stars(corners, half * 0.8), fill=LAPIS),
        Layer(_stars(corners, half * 0.4, notch=0.6), fill="#ffffff"),
    ]


def ground() -> list[Layer]:
    """Return the guilloche in the middle of the sheet: lines so fine and pale that text reads over them."""
    x, y = WIDTH / 2, HEIGHT / 2
    lines = (
        rosette(x, y, 74, petals=40, depth=0.34, turns=9),
        rosette(x, y, 50, petals=32, depth=0.42, turns=7),
        rosette(x, y, 29, petals=24, depth=0.62, turns=5),
    )
    return [Layer(lines, stroke=MIST, width=0.18)]


def furniture() -> list[Layer]:
    """Return what stands between the texts: the divider, the line under the name, the lines to sign, the seal's place.

    The style sheet of the paper puts its texts by the same millimetres.
    """
    middle, level = WIDTH / 2, 42.0
    signs = tuple(((56.0, y), (100.0, y)) for y in (171.0, 183.0))
    return [
        Layer((((middle - 34, level), (middle - 5, level)), ((middle + 5, level), (middle + 34, level))),
              stroke=TERRACOTTA, width=0.25),
        Layer((star(middle, level, 2.4),), fill=LAPIS),
        Layer((star(middle, level, 1.1),), fill="#ffffff"),
        Layer((((46.0, 104.5), (WIDTH - 46, 104.5)),), stroke=TERRACOTTA, width=0.35),
        Layer(signs, stroke="#16191f", width=0.2),
        Layer((circle(166.0, 171.5, 13.5),), stroke="#8b93a1", width=0.18),
        Layer((circle(166.0, 171.5, 12.3),), stroke="#8b93a1", width=0.1),
    ]  # fmt: skip


def circle(x: float, y: float, radius: float) -> Outline:
    """Return a circle as a polygon of so many sides that print shows none."""
    return tuple((x + radius * cos(step * pi / 60), y + radius * sin(step * pi / 60)) for step in range(120))


def _stars(wanted: object, radius: float, notch: float = NOTCH) -> tuple[Outline, ...]:
    return tuple(star(*centre(tile), radius, notch) for tile in sorted(wanted))  # type: ignore[call-overload]
