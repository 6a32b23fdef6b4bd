"""Guessing is counted, finding is not: so many misses of one address in ten minutes, and searching by name rests.

Counted per window of ten minutes, in the shared cache, under a digest of the address: nobody's address is kept.
Whoever holds a code can always check it, however many others behind the same address have mistyped theirs.
"""

import hashlib
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MOST = 30
WINDOW = 600


def _key(request: HttpRequest, now: datetime) -> str:
    address = get_adapter(request).get_client_ip(request)
    digest = hashlib.sha256(address.encode()).hexdigest()[:24]
    return f"verify-miss:{digest}:{int(now.timestamp()) // WINDOW}"


def are_too_many(request: HttpRequest, *, now: datetime) -> bool:
    """Tell whether this address has used up its misses for now."""
    return (cache.get(_key(request, now)) or 0) >= MOST


def count(request: HttpRequest, *, now: datetime) -> bool:
    """Count a miss; return whether it was one too many."""
    key = _key(request, now)
    misses = (cache.get(key) or 0) + 1
    cache.set(key, misses, 2 * WINDOW)
    return misses > MOST
