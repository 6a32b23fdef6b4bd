"""What search does as time passes."""

from datetime import datetime

from django.utils import timezone

from .articles import index_codes


def follow_editions(*, now: datetime) -> int:
    """Find the articles of the wording that has come into force; return how many codes had changed."""
    return index_codes(day=timezone.localdate(now))
