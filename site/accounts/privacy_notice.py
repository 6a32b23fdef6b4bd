"""Which privacy notice is in force. The notice is a page of a higher app, which registers how to read it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PrivacyNotice:
    """The live notice: its version, and its address in the asked language ("" = no page)."""

    version: str
    url: str = ""


#: Without a page there is nothing to read, and people accept version "0".
NO_NOTICE = PrivacyNotice("0")

Provider = Callable[[str], PrivacyNotice | None]
_provider: Provider | None = None


def set_provider(provider: Provider) -> None:
    """Register what reads the live notice in a language (called once by `home`)."""
    global _provider
    _provider = provider


def current(language: str) -> PrivacyNotice:
    """Return the notice in force, in `language` where it is translated."""
    found = _provider(language) if _provider else None
    return found if found and found.version else NO_NOTICE
