"""Values made from content, kept in the process until the content changes, the day ends, or a few minutes pass.

    links = kept(f"nav:{language}", lambda: read_links(language))

What is kept must depend on nothing but its name, the content (`core.content_state`) and the day: never on the person.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.utils import timezone

from core import content_state

_NOTHING = object()


def name_now(name: str) -> str:
    """Return the key under which something made now is kept: an edition comes into force with the day."""
    whole = f"{content_state.current()}\n{timezone.localdate().isoformat()}\n{name}"
    return hashlib.blake2b(whole.encode(), digest_size=24).hexdigest()  # names may be long and hold any sign


def kept(name: str, make: Callable[[], Any]) -> Any:
    """Return what was kept under `name`, or else make and keep it. Every caller gets a copy of its own."""
    memory, full_name = caches["content"], name_now(name)
    value = memory.get(full_name, _NOTHING)
    if value is _NOTHING:
        value = make()
        # A change noted while this was being made has another state by now, and nobody asks under this one.
        memory.set(full_name, value)
    return value
