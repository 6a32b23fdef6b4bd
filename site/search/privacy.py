"""Entries hold public words only."""

from core import privacy

from .models import Entry

privacy.register_impersonal(Entry)
