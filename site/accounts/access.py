"""Who somebody is: the one place that reads roles. Other apps' `access.py` build on these questions."""

from typing import Any

from .roles import ADMINISTRATOR, AUDITOR, EDITOR, MANAGER, MODERATOR, TRAINER


def roles_of(person: Any) -> frozenset[str]:
    """Return the role names of a person; read once per request and kept on the instance."""
    if not getattr(person, "is_authenticated", False) or not person.is_active:
        return frozenset()
    kept = getattr(person, "_roles", None)
    if kept is None:
        kept = person._roles = frozenset(person.groups.values_list("name", flat=True))
    return kept


def is_trainer(person: Any) -> bool:
    """Tell whether the person may lead cohorts."""
    return TRAINER in roles_of(person)


def is_editor(person: Any) -> bool:
    """Tell whether the person may edit content."""
    return bool(roles_of(person) & {EDITOR, MODERATOR})


def is_moderator(person: Any) -> bool:
    """Tell whether the person may approve content and publish editions."""
    return MODERATOR in roles_of(person)


def is_manager(person: Any) -> bool:
    """Tell whether the person may see figures of territories."""
    return MANAGER in roles_of(person)


def is_auditor(person: Any) -> bool:
    """Tell whether the person may read what explains a certificate."""
    return AUDITOR in roles_of(person)


def is_administrator(person: Any) -> bool:
    """Tell whether the person may manage people, roles and settings."""
    return ADMINISTRATOR in roles_of(person)


def may_read_log(person: Any) -> bool:
    """Tell whether the person may read the log of privileged acts."""
    return is_auditor(person) or is_administrator(person)


def needs_second_factor(person: Any) -> bool:
    """Tell whether the person has any role above learner, which asks for a second factor."""
    return bool(roles_of(person)) or bool(getattr(person, "is_superuser", False))
