"""The name as it will be printed."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.signals import printed_name_confirmed


@transaction.atomic
def confirm_printed_name(*, person: User, latin: str, cyrillic: str, now: datetime) -> User:
    """Keep the name as its holder wants it printed. Later changes never touch certificates already issued."""
    person.certificate_name_latin = latin
    person.certificate_name_cyrillic = cyrillic
    person.certificate_name_confirmed_at = now
    person.save(update_fields=["certificate_name_latin", "certificate_name_cyrillic", "certificate_name_confirmed_at"])
    printed_name_confirmed.send(sender=User, person=person, now=now)
    return person
