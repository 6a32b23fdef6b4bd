"""How often one address may send something without an account. The address itself is not kept."""

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

#: An office may share one address: generous for people, tight for programmes.
REPORTS_AN_HOUR = 20
HOUR = 3600


def may_report(request: HttpRequest) -> bool:
    """Count one more report from the request's address and tell whether it is still within the limit."""
    address = get_adapter(request).get_client_ip(request)
    key = f"mistakes:{hashlib.sha256(str(address).encode()).hexdigest()[:24]}"
    if cache.add(key, 1, HOUR):
        return True
    try:
        return cache.incr(key) <= REPORTS_AN_HOUR
    except ValueError:  # it expired between the two calls
        cache.set(key, 1, HOUR)
        return True
