"""Who may read what of a course."""

from learning.models import Enrolment


def may_learn(enrolment: Enrolment | None) -> bool:
    """Tell whether somebody with this enrolment may open steps: enrolled, and the course not left."""
    return enrolment is not None and enrolment.state != Enrolment.State.LEFT
