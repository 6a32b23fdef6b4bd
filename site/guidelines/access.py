"""Who may do what with a code."""

from typing import Any

from accounts.access import is_moderator


def may_publish_editions(person: Any) -> bool:
    """Tell whether the person may publish editions and corrigenda. A super-user without the role may not."""
    return is_moderator(person)


def may_acknowledge(person: Any) -> bool:
    """Tell whether the person may acknowledge an edition: everybody who is signed in."""
    return bool(getattr(person, "is_authenticated", False) and person.is_active)
