"""The state of a certificate on a day. It is computed, never stored."""

from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How a certificate stands."""

    VALID = "valid"
    NOT_YET_VALID = "not-yet-valid"
    EXPIRED = "expired"
    REPLACED = "replaced"
    REVOKED = "revoked"


def state_on(
    day: date,
    *,
    valid_from: date,
    valid_until: date | None,
    replaced_on: date | None = None,
    revoked_on: date | None = None,
) -> State:
    """Return the state on `day`. All days are included: valid until the 8th is valid on the 8th.

    A revocation outweighs everything, for it is what a reader must not miss; then a replacement, then the dates.
    """
    if revoked_on is not None and day >= revoked_on:
        return State.REVOKED
    if replaced_on is not None and day >= replaced_on:
        return State.REPLACED
    if day < valid_from:
        return State.NOT_YET_VALID
    if valid_until is not None and day > valid_until:
        return State.EXPIRED
    return State.VALID


def valid_until(issued_on: date, months: int | None) -> date | None:
    """Return the last day of a validity of so many months: issued 9 November, 24 months → 8 November.

    The end of a shorter month stands in for a day that it does not have. None or 0 months: valid for ever.
    """
    if not months:
        return None
    year, month = divmod(issued_on.year * 12 + issued_on.month - 1 + months, 12)
    month += 1
    try:
        anniversary = date(year, month, issued_on.day)
    except ValueError:
        return _last_day(year, month)
    return date.fromordinal(anniversary.toordinal() - 1)


def _last_day(year: int, month: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(first_of_next.toordinal() - 1)
