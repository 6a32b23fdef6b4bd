"""Numbers of files as exact text, and back."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from . import reasons
from .model import Refused

_DECIMALS = 6
_DIGITS = 12
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)


def fraction_of(text: str) -> Fraction:
    """Return the number behind "2.5", "2,5", ".5", "1e3".

    Raises:
        Refused: if it is no number.
    """
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-").replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise Refused(reasons.BAD_NUMBER, text=text[:80])
    try:
        return Fraction(Decimal(plain))
    except InvalidOperation:  # pragma: no cover — the pattern lets nothing else pass
        raise Refused(reasons.BAD_NUMBER, text=text[:80]) from None


def is_decimal(value: Fraction) -> bool:
    """Tell whether a number can be written with at most six decimals."""
    return (value * 10**_DECIMALS).denominator == 1


def decimal_text(value: Fraction) -> str:
    """Return a number with at most six decimals, the last one rounded, none of them a needless 0.

    Raises:
        Refused: for more than twelve digits before the point.
    """
    whole = round(value * 10**_DECIMALS)
    if abs(whole) >= 10 ** (_DIGITS + _DECIMALS):
        raise Refused(reasons.BAD_NUMBER, text=str(value)[:80])
    digits = f"{abs(whole):0{_DECIMALS + 1}d}"
    text = f"{digits[:-_DECIMALS]}.{digits[-_DECIMALS:]}".rstrip("0").rstrip(".")
    return f"-{text}" if whole < 0 else text


def exact_text(value: Fraction) -> str:
    """Return a number as the domain writes it: "2.5", or "1/7" where no decimal is exact."""
    if is_decimal(value):
        return decimal_text(value)
    return f"{decimal_text(Fraction(value.numerator))}/{value.denominator}"


def percent_text(share: Fraction) -> str:
    """Return a share as a percentage with at most five decimals, as Moodle lists them: "33.33333"."""
    return decimal_text(Fraction(round(share * 100 * 10**5), 10**5))


def share_of(percent: Fraction) -> tuple[Fraction, bool]:
    """Return the share behind a percentage: the simple fraction that is meant, and whether it had to be rounded."""
    given = percent / 100
    meant = given.limit_denominator(36)
    if abs(meant - given) <= Fraction(1, 100_000):
        return meant, False
    return Fraction(round(given * 100), 100), True
