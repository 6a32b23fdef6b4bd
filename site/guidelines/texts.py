"""Stored texts, parsed once per process. A digest names one text for ever, so the cache never goes stale."""

from collections.abc import Callable
from threading import Lock

from core.canonical import digest as digest_of

from .domain.text import CodeText, read

#: Six texts of a hundred kilobytes (two editions in three languages) are a usual load.
_KEEP = 48
_parsed: dict[str, CodeText] = {}
_lock = Lock()


class TextWasChanged(RuntimeError):
    """A stored text is not the one its digest names: somebody has written into the database."""


def parsed(digest: str, load: Callable[[], str]) -> CodeText:
    """Return the text of a digest; `load` fetches the stored JSON the first time it is asked for in this process.

    Raises:
        TextWasChanged: when the stored JSON does not have that digest.
    """
    text = _parsed.get(digest)
    if text is None:
        payload = load()
        if digest_of(payload) != digest:
            raise TextWasChanged(digest)
        text = read(payload)
        with _lock:
            while len(_parsed) >= _KEEP:
                _parsed.pop(next(iter(_parsed)))
            _parsed[digest] = text
    return text
