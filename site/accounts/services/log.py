"""The log of privileged acts."""

from datetime import datetime
from typing import Any

from accounts.models import PrivilegedAct, User


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
