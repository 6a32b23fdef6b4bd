"""One learner of a group: steps, dates, attempts; and an attempt with its answers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cohorts import access
from learning.attempt_result import result
from quizzes.domain.judging import UNANSWERED
from quizzes.domain.kinds import REFLECTION
from quizzes.showing import ReviewedQuestion
from reports.learner import attempt_in, learner_courses

from ..badges import cell_badges, standing_badges
from ..gates import cohort_for, desk, member_of


@require_safe
@desk
def learner(request: HttpRequest, uuid: UUID, public_id: UUID) -> HttpResponse:
    """Show where a member stands."""
    cohort = cohort_for(request, uuid)
    membership = member_of(cohort, public_id)
    context = {
        "cohort": cohort,
        "membership": membership,
        "courses": learner_courses(membership=membership, language=get_language(), now=timezone.now()),
        "reads_answers": access.may_read_answers(request.user, cohort),
        "badges": cell_badges(),
        "standings": standing_badges(),
    }
    return render(request, "teaching/learner.html", context)


@require_safe
@desk
def attempt(request: HttpRequest, uuid: UUID, public_id: UUID, attempt_uuid: UUID) -> HttpResponse:
    """Show a handed-in attempt with its answers, to the group's own trainers and to auditors."""
    cohort = cohort_for(request, uuid)
    membership = member_of(cohort, public_id)
    if not access.may_read_answers(request.user, cohort):
        raise Http404
    found = attempt_in(membership=membership, uuid=attempt_uuid)
    if found is None:
        raise Http404
    shown = result(found, language=get_language(), now=timezone.now())
    marks = access.leads(request.user, cohort) and request.user != membership.person
    context = {
        "cohort": cohort,
        "membership": membership,
        "result": shown,
        "to_mark": [question for question in shown.questions if marks and _is_marked_by_hand(question)],
    }
    return render(request, "teaching/attempt.html", context)


def _is_marked_by_hand(question: ReviewedQuestion) -> bool:
    return question.type == REFLECTION and question.outcome != UNANSWERED
