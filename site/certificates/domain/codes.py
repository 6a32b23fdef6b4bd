"""The check code behind a QR: 140 random bits in letters that people can type from paper."""

import secrets

#: Crockford's alphabet: no i, l, o (they are read as 1, 1, 0) and no u. 32 signs, 5 bits each.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 28
_GROUP = 4

# What is typed for a sign: letters easily misread, and Cyrillic letters of a keyboard left in the other layout.
_READ_AS = str.maketrans({
    "i": "1", "l": "1", "o": "0", "ı": "1",
    "а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "к": "k", "м": "m", "р": "p", "т": "t", "х": "x", "у": "y",
    "о": "0", "і": "1", "ј": "j", "ѕ": "s",
})  # fmt: skip


def new_code() -> str:
    """Return a fresh code of 28 signs (140 bits from the system's source of randomness)."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))


def grouped(code: str) -> str:
    """Return the code as printed, in groups of four.

    >>> grouped("0123456789abcdefghjkmnpqrstv")
    '0123-4567-89ab-cdef-ghjk-mnpq-rstv'
    """
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def normalised(typed: str) -> str:
    """Return what was typed as a code: any case, spaces and hyphens dropped, look-alikes put right.

    Returns "" for anything that cannot be a code, so that nothing else is ever looked up.
    """
    signs = "".join(sign for sign in typed.strip().lower() if sign.isalnum()).translate(_READ_AS)
    return signs if len(signs) == LENGTH and set(signs) <= set(ALPHABET) else ""
