"""Who may read what of a course."""

from typing import Any

from accounts.access import is_editor
from learning.models import Enrolment


def may_read_closed_pages(person: Any) -> bool:
    """Tell whether the person may read any step as a page, without being enrolled: editors look at their own work."""
    return is_editor(person)


def may_learn(enrolment: Enrolment | None) -> bool:
    """Tell whether somebody with this enrolment may open steps: enrolled, and the course not left."""
    return enrolment is not None and enrolment.state != Enrolment.State.LEFT
