"""Questions about messages."""

from typing import Any

from django.db.models import QuerySet

from .models import Notice


def unread(person: Any) -> QuerySet[Notice]:
    """Return a person's unread messages, newest first."""
    return Notice.objects.filter(person=person, read_at__isnull=True).order_by("-created_at", "-pk")


def messages_of(person: Any) -> QuerySet[Notice]:
    """Return all messages of a person, newest first."""
    return Notice.objects.filter(person=person).order_by("-created_at", "-pk")
