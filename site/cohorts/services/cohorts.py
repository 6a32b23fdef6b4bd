"""Opening a cohort, changing its facts, saying who leads it."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.access import is_trainer
from accounts.models import District, Region, User
from accounts.services import log_act
from courses.models import Course, CoursePage, Programme, ProgrammePage
from courses.services import ensure_course
from courses.services_programmes import freeze_programme

from .. import access
from ..models import Cohort, CohortTrainer

#: A cohort lasts days to months; a slip of the pen in a year is caught by this.
LONGEST_DAYS = 3 * 366


@dataclass(frozen=True)
class CohortFacts:
    """What may be changed about a cohort: name (at most 160 letters), dates inclusive, place, pilot wave (1–99)."""

    name: str
    starts_on: date
    ends_on: date
    region: Region | None = None
    district: District | None = None
    wave: int = 1


@transaction.atomic
def create_cohort(
    *,
    actor: User,
    uuid: UUID,
    facts: CohortFacts,
    course_key: UUID | None = None,
    programme_key: UUID | None = None,
    now: datetime,
) -> Cohort:
    """Open a cohort on a live course or programme. A trainer who opens one becomes its trainer.

    `uuid` comes from the form: the same form sent twice opens one cohort.

    Raises:
        PermissionDenied: if the actor may not open cohorts.
        ValidationError: by field, if the facts do not hold or the subject is not on offer.
    """
    if not access.may_create(actor):
        raise PermissionDenied
    existing = Cohort.objects.filter(uuid=uuid).first()
    if existing is not None:
        if access.may_change(actor, existing):
            return existing
        raise ValidationError(_("This form is out of date. Open it again."))
    facts = _checked(facts)
    about = _subject(course_key=course_key, programme_key=programme_key, now=now)
    cohort = Cohort.objects.create(uuid=uuid, created_at=now, **_columns(facts), **about)
    if is_trainer(actor):
        CohortTrainer.objects.create(cohort=cohort, person=actor)
    log_act(actor=actor, verb="cohorts.create_cohort", target=_target(cohort), now=now)
    return cohort


@transaction.atomic
def change_cohort(*, cohort: Cohort, actor: User, facts: CohortFacts, now: datetime) -> Cohort:
    """Change name, dates, place or wave. What it is about stays; nothing changed is nothing logged.

    Raises:
        PermissionDenied: if the actor may not change this cohort.
        ValidationError: by field, if the facts do not hold.
    """
    if not access.may_change(actor, cohort):
        raise PermissionDenied
    columns = _columns(_checked(facts))
    locked = Cohort.objects.select_for_update(of=("self",)).select_related("region", "district").get(pk=cohort.pk)
    changed = [name for name, value in columns.items() if getattr(locked, name) != value]
    if changed:
        for name in changed:
            setattr(locked, name, columns[name])
        locked.save(update_fields=changed)
        log_act(
            actor=actor, verb="cohorts.change_cohort", target=_target(locked), now=now, details={"changed": changed}
        )
    return locked


@transaction.atomic
def add_trainer(*, cohort: Cohort, person: User, actor: User, now: datetime) -> CohortTrainer:
    """Let a trainer lead the cohort; doing it twice changes nothing.

    Raises:
        PermissionDenied: if the actor is not an administrator.
        ValidationError: if the person does not have the trainer's role, or learns in the cohort.
    """
    if not access.may_change_trainers(actor):
        raise PermissionDenied
    if not is_trainer(person):
        raise ValidationError(_("This person does not have the role of a trainer."))
    if cohort.memberships.filter(person=person, left_at__isnull=True).exists():
        raise ValidationError(_("This person learns in the group and cannot lead it."))
    row, created = CohortTrainer.objects.get_or_create(cohort=cohort, person=person)
    if created:
        log_act(actor=actor, verb="cohorts.add_trainer", target=_target(cohort), subject=person, now=now)
    return row


@transaction.atomic
def remove_trainer(*, cohort: Cohort, person: User, actor: User, now: datetime, reason: str = "") -> None:
    """End that a trainer leads the cohort; their next request is refused. Doing it twice changes nothing.

    Raises:
        PermissionDenied: if the actor is not an administrator.
    """
    if not access.may_change_trainers(actor):
        raise PermissionDenied
    removed, _rows = CohortTrainer.objects.filter(cohort=cohort, person=person).delete()
    if removed:
        log_act(
            actor=actor, verb="cohorts.remove_trainer", target=_target(cohort), subject=person, now=now, reason=reason
        )


def _target(cohort: Cohort) -> str:
    return f"cohort:{cohort.uuid}"


def _columns(facts: CohortFacts) -> dict[str, object]:
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def _checked(facts: CohortFacts) -> CohortFacts:
    """Return the facts with the name's spaces tidied (a line break could not stand in a mail's subject)."""
    name = " ".join(facts.name.split())
    errors: dict[str, str] = {}
    if not 1 <= len(name) <= 160:
        errors["name"] = _("Give the group a name of at most 160 letters.")
    if facts.ends_on < facts.starts_on:
        errors["ends_on"] = _("The group cannot end before it begins.")
    elif (facts.ends_on - facts.starts_on).days > LONGEST_DAYS:
        errors["ends_on"] = _("A group lasts at most three years. Check the year.")
    if not 1 <= facts.wave <= 99:
        errors["wave"] = _("Write a number from 1 to 99.")
    if facts.district is not None and (facts.region is None or facts.district.region_id != facts.region.pk):
        errors["district"] = _("This district is not in the chosen region.")
    if errors:
        raise ValidationError(errors)
    return replace(facts, name=name)


def _subject(*, course_key: UUID | None, programme_key: UUID | None, now: datetime) -> dict[str, Course | Programme]:
    """Return the identity of the live source page behind the one given key; a programme is kept as it reads."""
    if (course_key is None) == (programme_key is None):
        raise ValidationError({"subject": _("Choose a course or a programme.")})
    pages = CoursePage if course_key is not None else ProgrammePage
    page = (
        pages.objects.live()
        .filter(translation_key=course_key or programme_key, locale__language_code=settings.LANGUAGE_CODE)
        .first()
    )
    if page is None:
        raise ValidationError({"subject": _("This is not on offer any more. Choose another.")})
    if isinstance(page, CoursePage):
        return {"course": ensure_course(page=page)}
    return {"programme": freeze_programme(programme_key=page.translation_key, now=now).programme}
