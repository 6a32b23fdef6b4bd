"""Verbs about people: log a privileged act, confirm a name, accept the notice."""

from datetime import datetime
from typing import Any

from django.db import transaction

from .models import PrivacyNoticeAcceptance, PrivilegedAct, User


def log_act(
    *,
    actor: User | None,
    verb: str,
    target: str,
    now: datetime,
    subject: User | None = None,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> PrivilegedAct:
    """Append one line to the log of privileged acts. Call it inside the transaction of the act itself."""
    return PrivilegedAct.objects.create(
        actor=actor, verb=verb, target=target, subject=subject, reason=reason, details=details or {}, at=now
    )


@transaction.atomic
def confirm_printed_name(*, person: User, latin: str, cyrillic: str, now: datetime) -> User:
    """Keep the name as its holder wants it printed. Later changes never touch certificates already issued."""
    person.certificate_name_latin = latin
    person.certificate_name_cyrillic = cyrillic
    person.certificate_name_confirmed_at = now
    person.save(update_fields=["certificate_name_latin", "certificate_name_cyrillic", "certificate_name_confirmed_at"])
    return person


@transaction.atomic
def accept_privacy_notice(*, person: User, version: str, language: str, now: datetime) -> PrivacyNoticeAcceptance:
    """Record that a person accepted a version of the notice; a second call returns the first row."""
    row, _created = PrivacyNoticeAcceptance.objects.get_or_create(
        person=person, version=version, defaults={"language": language, "at": now}
    )
    return row
