"""What is drawn and not written: the ornament, made once per process, and the QR code, as PDF operators.

WeasyPrint could draw the same from SVG, but reads every path anew for every paper, which costs more than all the
rest. Both are marked as artifacts: the ornament means nothing to somebody who listens to the paper, and address and
code stand beside the QR code in words.
"""

import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import pydyf

from . import ornament

#: One millimetre in points.
MILLIMETRE = 72 / 25.4


def operators(layers: Iterable[ornament.Layer]) -> str:
    """Return PDF operators that paint the layers, in millimetres from the upper left corner."""
    lines = []
    for layer in layers:
        if layer.fill:
            lines.append(f"{_colour(layer.fill)} rg")
        if layer.stroke:
            lines += [f"{_colour(layer.stroke)} RG", f"{layer.width:g} w"]
        for outline in layer.outlines:
            first, *others = (f"{x:.3f} {y:.3f}" for x, y in outline)
            lines += [f"{first} m", *(f"{point} l" for point in others), "h"]
        lines.append("B" if layer.fill and layer.stroke else "f" if layer.fill else "S")
    return "\n".join(lines)


def modules(matrix: Iterable[Sequence[int]], *, left: float, top: float, size: float) -> str:
    """Return PDF operators that paint a QR code black, on a white ground with a margin of two modules."""
    rows = [list(row) for row in matrix]
    unit = size / len(rows)
    quiet = 2 * unit
    lines = [f"1 g {left - quiet:.3f} {top - quiet:.3f} {size + 2 * quiet:.3f} {size + 2 * quiet:.3f} re f 0 g"]
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                # A hair higher than a module, so that printers leave no white seam between rows.
                place = f"{left + start * unit:.3f} {top + y * unit:.3f}"
                lines.append(f"{place} {(x - start) * unit:.3f} {unit * 1.01:.3f} re")
            x += 1
    return "\n".join([*lines, "f"])


def finisher(drawing: str) -> Callable[[Any, pydyf.PDF], None]:
    """Return a `finisher` of WeasyPrint: it lays the ornament under the page, and a drawing of operators on it."""

    def lay(document: Any, pdf: pydyf.PDF) -> None:
        # WeasyPrint's own stream changes the units for good; `q` before and `Q` after it keep ours.
        under = pydyf.Stream([_ornament()], {"Filter": "/FlateDecode"})
        over = pydyf.Stream([b"Q", _sheet(drawing)], compress=True)
        pdf.add_object(under)
        pdf.add_object(over)
        for entry in pdf.objects:
            if isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/Page":
                entry["Contents"] = pydyf.Array([under.reference, entry["Contents"], over.reference])

    return lay


@lru_cache(maxsize=1)
def _ornament() -> bytes:
    layers = [*ornament.ground(), *ornament.frame(), *ornament.furniture()]
    return zlib.compress(_sheet(operators(layers)) + b"\nq", 9)


def _sheet(drawing: str) -> bytes:
    """Return a drawing as an artifact, with millimetres from the upper left corner of the sheet as its units."""
    height = ornament.HEIGHT * MILLIMETRE
    matrix = f"{MILLIMETRE:.6f} 0 0 {-MILLIMETRE:.6f} 0 {height:.4f} cm"
    return f"/Artifact BMC\nq\n{matrix}\n{drawing}\nQ\nEMC".encode("ascii")


def _colour(code: str) -> str:
    return " ".join(f"{int(code[start : start + 2], 16) / 255:.3f}" for start in (1, 3, 5))
