"""Accepting the privacy notice."""

from datetime import datetime

from django.db import transaction

from accounts.models import PrivacyNoticeAcceptance, User


@transaction.atomic
def accept_privacy_notice(*, person: User, version: str, language: str, now: datetime) -> PrivacyNoticeAcceptance:
    """Record that a person accepted a version of the notice; a second call returns the first row."""
    row, _created = PrivacyNoticeAcceptance.objects.get_or_create(
        person=person, version=version, defaults={"language": language, "at": now}
    )
    return row
