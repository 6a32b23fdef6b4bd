"""The doors of the desk: who comes in, and which cohort they get. What somebody may not see does not exist (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from cohorts import access
from cohorts.models import Cohort, Membership

View = Callable[..., HttpResponseBase]


def desk(view: View) -> View:
    """Let in whoever has a desk; visitors sign in first, everybody else gets a 404."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not access.may_open_desk(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def marker(view: View) -> View:
    """Let in whoever may mark: trainers. Visitors sign in first, everybody else gets a 404."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not access.may_mark(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def cohort_for(request: HttpRequest, uuid: UUID) -> Cohort:
    """Return a cohort that the person may see, with what it is about and where.

    Raises:
        Http404: for every other cohort, and for none.
    """
    cohorts = access.visible_to(request.user).select_related("course", "programme", "region", "district")
    return get_object_or_404(cohorts, uuid=uuid)


def own_cohort_for(request: HttpRequest, uuid: UUID) -> Cohort:
    """Return a cohort that the person may change.

    Raises:
        Http404: if they may not see it.
        PermissionDenied: if they may only read it (auditors).
    """
    cohort = cohort_for(request, uuid)
    if not access.may_change(request.user, cohort):
        raise PermissionDenied
    return cohort


def member_of(cohort: Cohort, public_id: UUID) -> Membership:
    """Return a present member of a cohort.

    Raises:
        Http404: for anybody else, also for those who left.
    """
    members = cohort.memberships.select_related("person", "cohort").filter(left_at__isnull=True)
    return get_object_or_404(members, person__public_id=public_id)
