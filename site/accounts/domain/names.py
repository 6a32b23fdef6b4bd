"""Names of people in two scripts, as a certificate prints them."""

import unicodedata
from typing import Literal

Script = Literal["latn", "cyrl", "mixed", "none"]

#: Signs that stand inside a name beside its letters.
_SIGNS = frozenset("ʻʼ‘’'`´-–. ")


class WrongScript(ValueError):
    """A name has letters of another script, or signs that no name has."""


def script_of(name: str) -> Script:
    """Tell in which script the letters of a name are; "mixed" when in several."""
    scripts = {_script(char) for char in name if char.isalpha() and char not in _SIGNS}
    if not scripts:
        return "none"
    if scripts == {"latn"}:
        return "latn"
    if scripts == {"cyrl"}:
        return "cyrl"
    return "mixed"


def tidy(name: str) -> str:
    """Return a name without spaces at its ends and with single spaces inside. Letters stay as they were written."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def require(name: str, script: Script) -> str:
    """Return the tidy name if it is written in `script`.

    Raises:
        WrongScript: when it is not, or holds digits or other signs.
    """
    clean = tidy(name)
    if script_of(clean) != script or any(not (char.isalpha() or char in _SIGNS) for char in clean):
        raise WrongScript(name)
    return clean


def suggestions(full_name: str) -> tuple[str, str]:
    """Return (Latin, Cyrillic): the stored name in the field of its script, nothing invented for the other."""
    clean = tidy(full_name)
    script = script_of(clean)
    return (clean if script == "latn" else "", clean if script == "cyrl" else "")


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    if name.startswith("LATIN"):
        return "latn"
    return "cyrl" if name.startswith("CYRILLIC") else "other"
