"""What is on record about an enrolment: the facts that the rules of completion are applied to."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.conf import settings

from accounts.models import User
from courses.domain.outline import Outline
from courses.selectors import frozen_outline, outline
from learning.domain.course_state import Prerequisite
from learning.models import ActivityCompletion, CourseCompletion, Enrolment, Score
from quizzes.models import QuizPage

SOURCE = settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Results:
    """What an enrolment's sittings came to.

    Attributes:
        best: {quiz key: {points, maximum, scale, passed}}, the best counting score of each quiz.
        exhausted: keys of quizzes not passed whose allowed attempts are used up, as the source pages stand now.
    """

    best: dict[str, dict[str, Any]]
    exhausted: frozenset[str]


def outline_now(enrolment: Enrolment, language: str = SOURCE) -> Outline:
    """Return the course as its source page stands now, or as it was frozen at enrolment when the page is gone."""
    found = outline(course_key=enrolment.course.translation_key, language=language)
    return found or frozen_outline(version=enrolment.version, language=language)


def completed_keys(enrolment: Enrolment) -> frozenset[str]:
    """Return the keys of every step that was ever completed in this enrolment. One query."""
    keys = ActivityCompletion.objects.filter(enrolment=enrolment).values_list("activity_key", flat=True)
    return frozenset(str(key) for key in keys)


def results_of(enrolment: Enrolment) -> Results:
    """Return the best scores and the quizzes that are used up. Two queries at most."""
    counting: dict[int, Score] = {}
    scores = Score.objects.filter(submission__attempt__enrolment=enrolment).select_related("submission__attempt")
    for score in scores.order_by("sequence"):
        counting[score.submission_id] = score
    by_quiz: dict[str, list[Score]] = {}
    for score in counting.values():
        by_quiz.setdefault(str(score.submission.attempt.quiz_key), []).append(score)
    best = {key: _best(found) for key, found in by_quiz.items()}
    not_passed = [key for key in by_quiz if not best[key]["passed"]]
    allowed = _attempts_allowed(not_passed)
    exhausted = frozenset(key for key in not_passed if 0 < allowed.get(key, 0) <= len(by_quiz[key]))
    return Results(best=best, exhausted=exhausted)


def prerequisites_of(person: User, found: Outline, language: str = SOURCE) -> tuple[Prerequisite, ...]:
    """Return the courses to complete first, met or not; no query where there are none, two otherwise."""
    if not found.prerequisite_keys:
        return ()
    from courses.models import CoursePage

    done = set(
        CourseCompletion.objects.filter(person=person, course__key__in=found.prerequisite_keys).values_list(
            "course__key", flat=True
        )
    )
    pages = (
        CoursePage.objects.live()
        .filter(slug__in=found.prerequisite_keys, locale__language_code__in={SOURCE, language})
        .select_related("locale")
    )
    shown: dict[str, CoursePage] = {}
    for page in pages:
        if page.locale.language_code == language or page.slug not in shown:
            shown[page.slug] = page
    return tuple(
        Prerequisite(
            slug=slug,
            title=shown[slug].title if slug in shown else slug,
            url=(shown[slug].get_url() or "") if slug in shown else "",
            is_met=slug in done,
        )
        for slug in found.prerequisite_keys
    )


def prerequisites_met(person: User, found: Outline) -> bool:
    """Tell whether every course that comes before is complete. One query at most."""
    wanted = set(found.prerequisite_keys)
    if not wanted:
        return True
    done = CourseCompletion.objects.filter(person=person, course__key__in=wanted)
    return wanted <= set(done.values_list("course__key", flat=True))


def _best(scores: Iterable[Score]) -> dict[str, Any]:
    top = max(scores, key=lambda score: (score.passed, Fraction(score.points, score.maximum or 1)))
    return {"points": top.points, "maximum": top.maximum, "scale": top.scale, "passed": top.passed}


def _attempts_allowed(quiz_keys: list[str]) -> dict[str, int]:
    """Return the attempts allowed (0 = no limit) by the live source pages of quizzes."""
    if not quiz_keys:
        return {}
    pages = QuizPage.objects.live().filter(translation_key__in=quiz_keys, locale__language_code=SOURCE)
    return {str(key): allowed for key, allowed in pages.values_list("translation_key", "attempts_allowed")}
