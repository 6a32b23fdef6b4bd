"""The moment a course is complete: the facts are gathered, written once, and told to whoever listens."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from courses.domain.outline import Outline
from courses.selectors import titles_of
from courses.services import FrozenCourse, freeze
from guidelines.models import Acknowledgement
from learning.domain.completion import RULES, is_last_quiz
from learning.evidence import Results
from learning.models import ActivityCompletion, CourseCompletion, Enrolment
from learning.signals import course_completed

#: Shape of `CourseCompletion.facts`.
FACTS_SCHEMA = 1


def complete_course(*, enrolment: Enrolment, outline: Outline, results: Results, now: datetime) -> CourseCompletion:
    """Record that a course is complete, once; call it inside the transaction of the last step, enrolment locked.

    `facts` holds: schema, titles {language: title}, hours, started_on and completed_on (ISO days in Tashkent),
    final_score {quiz, points, maximum, scale} or None, edition {code, number, digest} or None, gives_certificate,
    validity_months (0 = without end).
    """
    existing = CourseCompletion.objects.filter(enrolment=enrolment).first()
    if existing is not None:
        return existing
    if outline.is_offered:
        frozen = freeze(course_key=enrolment.course.translation_key, now=now)
    else:
        frozen = FrozenCourse(enrolment.version, titles_of(enrolment.version))
    completion = CourseCompletion.objects.create(
        enrolment=enrolment,
        person_id=enrolment.person_id,
        course_id=enrolment.course_id,
        version=frozen.version,
        facts=_facts(enrolment, outline, results, frozen.titles, now),
        rules=RULES,
        at=now,
    )
    enrolment.state = Enrolment.State.COMPLETED
    enrolment.left_at = None
    enrolment.save(update_fields=["state", "left_at"])
    course_completed.send(sender=CourseCompletion, completion=completion, now=now)
    return completion


def _facts(
    enrolment: Enrolment, outline: Outline, results: Results, titles: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    return {
        "schema": FACTS_SCHEMA,
        "titles": dict(titles),
        "hours": outline.hours,
        "started_on": timezone.localdate(enrolment.started_at).isoformat(),
        "completed_on": timezone.localdate(now).isoformat(),
        "final_score": _final_score(outline, results),
        "edition": _edition(enrolment, outline),
        "gives_certificate": outline.gives_certificate,
        "validity_months": outline.certificate_validity_months,
    }


def _final_score(outline: Outline, results: Results) -> dict[str, Any] | None:
    """Return what the last quiz of the course came to, if it was passed; entry tests are left out."""
    for key, best in results.best.items():
        if best["passed"] and is_last_quiz(outline, key, entry=results.entry):
            return {"quiz": key, "points": best["points"], "maximum": best["maximum"], "scale": best["scale"]}
    return None


def _edition(enrolment: Enrolment, outline: Outline) -> dict[str, Any] | None:
    """Return the edition that the last acknowledgement step of the course was completed with."""
    keys = [item.key for item in outline.activities if item.kind == "acknowledgement"]
    if not keys:
        return None
    rows = {str(row.activity_key): row for row in ActivityCompletion.objects.filter(enrolment=enrolment)}
    evidence = rows[keys[-1]].evidence if keys[-1] in rows else ""
    kind, _colon, number = evidence.partition(":")
    if kind != "acknowledgement" or not number.isdigit():
        return None
    found = Acknowledgement.objects.filter(pk=int(number)).select_related("edition", "code").first()
    if found is None:
        return None
    return {"code": found.code.key, "number": found.edition.number, "digest": found.edition.digest}
