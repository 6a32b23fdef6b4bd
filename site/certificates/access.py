"""Who may do what with certificates."""

from typing import Any

from accounts.access import is_administrator
from certificates.models import Certificate


def may_correct(person: Any) -> bool:
    """Tell whether the person may see the register, revoke and replace."""
    return is_administrator(person)


def may_download(person: Any, certificate: Certificate) -> bool:
    """Tell whether the papers are this person's own."""
    return bool(getattr(person, "is_authenticated", False)) and certificate.person_id == person.pk
