"""What is on record about an enrolment: the facts that the rules of completion are applied to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count

from accounts.models import User
from courses.domain.outline import Outline
from courses.selectors import frozen_outline, outline
from learning.domain.attempt_counting import Counted, Sat, counted
from learning.domain.attempt_frozen import read_limits
from learning.domain.course_state import Prerequisite
from learning.models import ActivityCompletion, Attempt, CourseCompletion, Enrolment, Score
from learning.selectors_allowances import extra_attempts
from quizzes.domain.judging import reaches
from quizzes.domain.rules import AVERAGE, FIRST, HANDED_IN, PASSED, Rules
from quizzes.models import QuizPage
from quizzes.services import spec_from

SOURCE = settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Results:
    """What an enrolment's sittings came to.

    Attributes:
        best: {quiz key: {points, maximum, scale, passed}}, what each quiz came to: its best, last or first attempt, or
            the average of all, as its rules say.
        exhausted: keys of quizzes not passed whose allowed attempts are used up, as the source pages stand now and
            with what was allowed beyond them.
        entry: keys of entry tests, completed by handing in; they do not count towards the course's result.
    """

    best: dict[str, dict[str, Any]]
    exhausted: frozenset[str]
    entry: frozenset[str] = frozenset()


def outline_now(enrolment: Enrolment, language: str = SOURCE) -> Outline:
    """Return the course as its source page stands now, or as it was frozen at enrolment when the page is gone."""
    found = outline(course_key=enrolment.course.translation_key, language=language)
    return found or frozen_outline(version=enrolment.version, language=language)


def completed_keys(enrolment: Enrolment) -> frozenset[str]:
    """Return the keys of every step that was ever completed in this enrolment. One query."""
    keys = ActivityCompletion.objects.filter(enrolment=enrolment).values_list("activity_key", flat=True)
    return frozenset(str(key) for key in keys)


def results_of(enrolment: Enrolment) -> Results:
    """Return what each quiz came to and the quizzes that are used up. Five queries at most."""
    by_quiz: dict[str, list[Score]] = {}
    scores = Score.objects.filter(submission__attempt__enrolment=enrolment).select_related("submission__attempt")
    ordered = scores.defer("submission__attempt__drawn").order_by("submission__attempt__number", "sequence")
    for score in {score.submission_id: score for score in ordered}.values():
        by_quiz.setdefault(str(score.submission.attempt.quiz_key), []).append(score)
    best = {key: _as_data(quiz_result(found)) for key, found in by_quiz.items()}
    waiting = {key for key, found in by_quiz.items() if any(score.waiting for score in found)}
    open_ended = {key for key in by_quiz if best[key]["passed"] or key in waiting}
    decided = {key for key in set(by_quiz) - open_ended if _only_first_counts(_rules(by_quiz[key]))}
    return Results(
        best=best,
        exhausted=_exhausted(enrolment, open_ended) | decided,
        entry=frozenset(key for key, found in by_quiz.items() if _rules(found).completes == HANDED_IN),
    )


def quiz_result(scores: Sequence[Score]) -> Counted:
    """Return what a quiz came to by its counting scores, at least one, oldest attempt first.

    Which attempt counts is told by the rules that were frozen with the last one. No query, but for an average, whose
    scores need their versions.
    """
    rules = _rules(scores)
    return counted(
        [
            Sat(score.points, score.maximum, score.scale, score.passed, rules.counts != AVERAGE or _is_safe(score))
            for score in scores
        ],
        counts=rules.counts,
        pass_percent=rules.pass_percent,
    )


def _rules(scores: Sequence[Score]) -> Rules:
    return read_limits(scores[-1].submission.attempt.limits).rules


def _only_first_counts(rules: Rules) -> bool:
    return rules.counts == FIRST and rules.completes == PASSED


def _is_safe(score: Score) -> bool:
    """Tell whether the critical questions that an attempt asked reached their mark."""
    spec = spec_from(score.version.payload)
    decisive = [judged for key, judged in score.questions.items() if spec.question(key).critical]
    points, maximum = (sum(judged[name] for judged in decisive) for name in ("points", "maximum"))
    return not decisive or reaches(points, maximum, spec.rules.critical_percent)


def _exhausted(enrolment: Enrolment, open_ended: Collection[str]) -> frozenset[str]:
    """Return the quizzes whose attempts are used up, without those that are passed or wait for a mark."""
    over = Attempt.objects.filter(enrolment=enrolment).exclude(state=Attempt.State.OPEN)
    counts = over.order_by().values_list("quiz_key").annotate(used=Count("pk"))
    used = {str(key): number for key, number in counts if str(key) not in open_ended}
    allowed = _attempts_allowed(list(used))
    limited = [key for key in used if 0 < allowed.get(key, 0) <= used[key]]
    extra = extra_attempts(person=enrolment.person_id, quiz_keys=limited) if limited else {}
    return frozenset(key for key in limited if allowed[key] + extra.get(key, 0) <= used[key])


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


def _as_data(result: Counted) -> dict[str, Any]:
    return {
        "points": result.points,
        "maximum": result.maximum,
        "scale": result.scale,
        "passed": result.passed,
    }


def _attempts_allowed(quiz_keys: list[str]) -> dict[str, int]:
    """Return the attempts allowed (0 = no limit) by the live source pages of quizzes."""
    if not quiz_keys:
        return {}
    pages = QuizPage.objects.live().filter(translation_key__in=quiz_keys, locale__language_code=SOURCE)
    return {str(key): allowed for key, allowed in pages.values_list("translation_key", "attempts_allowed")}
