"""Telephone numbers: people write them in many ways, one way is kept (E.164)."""

import re

COUNTRY = "998"
_NATIONAL = 9
_SEPARATORS = re.compile(r"[\s().\-–—]")
_E164 = re.compile(r"\+[1-9][0-9]{7,14}")


class NotAPhone(ValueError):
    """What was written is no telephone number."""


def normalise(written: str) -> str:
    """Return a number as E.164, like "+998901234567"; "" for nothing.

    A number without a country code is one of Uzbekistan: nine digits, with or without the old "8" before them.

    Raises:
        NotAPhone: when the text is no number.
    """
    digits = _SEPARATORS.sub("", written.strip())
    if not digits:
        return ""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if not digits.startswith("+"):
        digits = f"+{_with_country(digits)}"
    if not _E164.fullmatch(digits) or (digits.startswith(f"+{COUNTRY}") and len(digits) != 4 + _NATIONAL):
        raise NotAPhone(written)
    return digits


def shown(number: str) -> str:
    """Return a stored number in groups, like "+998 90 123 45 67"; numbers of other countries stay as they are."""
    if not number.startswith(f"+{COUNTRY}") or len(number) != 4 + _NATIONAL:
        return number
    rest = number[4:]
    return f"+{COUNTRY} {rest[:2]} {rest[2:5]} {rest[5:7]} {rest[7:]}"


def _with_country(digits: str) -> str:
    if not digits.isascii() or not digits.isdigit():
        raise NotAPhone(digits)
    if len(digits) == _NATIONAL:
        return COUNTRY + digits
    if len(digits) == _NATIONAL + 1 and digits.startswith("8"):
        return COUNTRY + digits[1:]
    return digits
