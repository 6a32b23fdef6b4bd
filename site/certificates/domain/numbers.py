"""Numbers on papers: series and number, registration number, and what a stranger types when looking for one."""

import re
from dataclasses import dataclass

from core.folding import fold


def printed(series: str, number: int) -> str:
    """Return series and number as printed.

    >>> printed("SB", 482)
    'SB № 000482'
    """
    return f"{series} № {number:06d}"


def registration(year: int, register: str, number: int) -> str:
    """Return the number in the register.

    >>> registration(2026, "10", 482)
    '2026/10-0482'
    """
    return f"{year}/{register}-{number:04d}"


@dataclass(frozen=True)
class Asked:
    """What a stranger asked for: a registration number, or a number with a series ("" = any series)."""

    registration: str = ""
    series: str = ""
    number: int = 0


_REGISTRATION = re.compile(r"^(\d{4})\s*/\s*(\w{1,4})\s*[-–—]\s*(\d{1,9})$")
_SIGN = re.compile(r"№|#|\bno\b\.?|\bn°", re.IGNORECASE)
_NUMBER = re.compile(r"^([^\W\d_]{0,4})[\s-]*(\d{1,9})$")


def parse(text: str) -> Asked | None:
    """Read a typed number in any of its spellings, the series in either script; None if it is none.

    >>> parse("sb № 000482") == parse("СБ482") == Asked(series="SB", number=482)
    True
    """
    tidy = " ".join(text.split())
    if found := _REGISTRATION.match(tidy):
        year, register, number = found.groups()
        return Asked(registration=registration(int(year), register, int(number)))
    if found := _NUMBER.match(" ".join(_SIGN.sub(" ", tidy).split())):
        series, number = found.groups()
        return Asked(series=fold(series).upper(), number=int(number))
    return None
