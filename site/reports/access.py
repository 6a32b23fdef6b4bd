"""Who may see the statistics of quizzes. They name nobody; the questions themselves show the key."""

from typing import Any

from django.db.models import QuerySet

from accounts.access import is_administrator, is_auditor, is_editor, is_manager, is_trainer
from cohorts.models import Cohort
from cohorts.subjects import courses_of
from learning.models import Attempt


def may_see_statistics(person: Any) -> bool:
    """Tell whether the person has statistics to read at all."""
    return _sees_all(person) or is_manager(person) or is_trainer(person)


def may_see_questions(person: Any) -> bool:
    """Tell whether the person may open single questions, which show the key: not managers, who see figures only."""
    return _sees_all(person) or is_trainer(person)


def attempts_for(person: Any) -> QuerySet[Attempt]:
    """Return the attempts whose quizzes a person may see the statistics of.

    Editors, moderators, auditors, administrators and managers: all. Trainers: quizzes of courses that they lead a
    cohort on; the figures are over everybody who sat them.
    """
    if _sees_all(person) or is_manager(person):
        return Attempt.objects.all()
    if is_trainer(person):
        led = Cohort.objects.filter(trainer_rows__person=person).select_related("course", "programme")
        courses = {course.pk for cohort in led for course in courses_of(cohort)}
        return Attempt.objects.filter(enrolment__course__in=courses)
    return Attempt.objects.none()


def _sees_all(person: Any) -> bool:
    return is_editor(person) or is_auditor(person) or is_administrator(person)
