"""Opening and changing a cohort: who may, what holds, what is logged."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import District, PrivilegedAct, Region, User
from accounts.roles import ADMINISTRATOR, AUDITOR, EDITOR, MANAGER, MODERATOR
from cohorts.models import Cohort
from cohorts.services import CohortFacts, change_cohort, create_cohort
from cohorts.subjects import courses_of, subjects_of
from courses.models import CoursePage, Programme
from tests.factories.cohorts import ENDS_ON, NOW, STARTS_ON, make_cohort, make_programme
from tests.factories.pages import in_language
from tests.factories.people import make_person, make_trainer

FACTS = CohortFacts(name="Samarqand 1", starts_on=STARTS_ON, ends_on=ENDS_ON)


def _open(actor: User, course: CoursePage, **changes: object) -> Cohort:
    arguments = {"uuid": uuid4(), "facts": FACTS, "course_key": course.translation_key, "now": NOW, **changes}
    return create_cohort(actor=actor, **arguments)


def test_a_trainer_who_opens_a_cohort_leads_it(course: CoursePage, trainer: User) -> None:
    cohort = _open(trainer, course)
    assert list(cohort.trainers.all()) == [trainer]
    act = PrivilegedAct.objects.get()
    assert (act.actor, act.verb, act.target) == (trainer, "cohorts.create_cohort", f"cohort:{cohort.uuid}")


def test_an_administrator_opens_one_without_leading_it(course: CoursePage) -> None:
    assert not _open(make_person(roles=(ADMINISTRATOR,)), course).trainers.exists()


@pytest.mark.parametrize("roles", [(), (EDITOR,), (MODERATOR,), (MANAGER,), (AUDITOR,)])
def test_nobody_else_may(course: CoursePage, roles: tuple[str, ...]) -> None:
    with pytest.raises(PermissionDenied):
        _open(make_person(roles=roles), course)
    assert not Cohort.objects.exists()


def test_the_same_form_sent_twice_opens_one(course: CoursePage, trainer: User) -> None:
    token = uuid4()
    assert _open(trainer, course, uuid=token) == _open(trainer, course, uuid=token)
    assert PrivilegedAct.objects.count() == 1


def test_a_foreign_cohorts_identity_opens_no_door(course: CoursePage, cohort: Cohort) -> None:
    with pytest.raises(ValidationError):
        _open(make_trainer(), course, uuid=cohort.uuid)
    assert Cohort.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_on": date(2026, 3, 1)}, "ends_on"),
        ({"ends_on": date(2062, 3, 1)}, "ends_on"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 161}, "name"),
        ({"wave": 0}, "wave"),
    ],
)
def test_facts_that_do_not_hold_are_refused_by_field(
    course: CoursePage, trainer: User, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        _open(trainer, course, facts=replace(FACTS, **changes))
    assert list(refused.value.error_dict) == [field]
    assert not Cohort.objects.exists()


def test_a_district_of_another_region_is_refused(course: CoursePage, trainer: User) -> None:
    district = District.objects.first()
    elsewhere = Region.objects.exclude(pk=district.region_id).first()
    with pytest.raises(ValidationError) as refused:
        _open(trainer, course, facts=replace(FACTS, region=elsewhere, district=district))
    assert list(refused.value.error_dict) == ["district"]


def test_line_breaks_in_a_name_become_spaces(course: CoursePage, trainer: User) -> None:
    assert _open(trainer, course, facts=replace(FACTS, name="Samarqand\r\nBcc: x")).name == "Samarqand Bcc: x"


def test_a_cohort_needs_exactly_one_subject_that_is_on_offer(course: CoursePage, trainer: User) -> None:
    for keys in ({"course_key": None}, {"programme_key": uuid4()}, {"course_key": uuid4()}):
        with pytest.raises(ValidationError):
            _open(trainer, course, **keys)


def test_a_programme_brings_its_courses(course: CoursePage, trainer: User) -> None:
    programme = make_programme(course)
    cohort = _open(trainer, course, course_key=None, programme_key=programme.translation_key)
    assert cohort.programme == Programme.objects.get(key=programme.slug)
    assert [row.key for row in courses_of(cohort)] == [course.slug]


def test_a_group_keeps_title_and_courses_of_a_programme_whose_page_is_gone(course: CoursePage, trainer: User) -> None:
    programme = make_programme(course)
    cohort = _open(trainer, course, course_key=None, programme_key=programme.translation_key)
    for language in ("ru", "en", "uz"):
        in_language(programme, language).delete()
    subject = subjects_of([cohort], "ru")[cohort.pk]
    assert (subject.title, subject.language, subject.url) == ("Dastur online-practice [ru]", "ru", "")
    assert [row.key for row in courses_of(cohort)] == [course.slug]


def test_a_change_is_logged_by_field_and_no_change_is_not(cohort: Cohort, trainer: User) -> None:
    change_cohort(cohort=cohort, actor=trainer, facts=FACTS, now=NOW)
    assert not PrivilegedAct.objects.exists()
    change_cohort(cohort=cohort, actor=trainer, facts=replace(FACTS, name="Buxoro", wave=2), now=NOW)
    cohort.refresh_from_db()
    assert (cohort.name, cohort.wave) == ("Buxoro", 2)
    assert PrivilegedAct.objects.get().details == {"changed": ["name", "wave"]}


def test_another_trainer_changes_nothing(course: CoursePage, trainer: User) -> None:
    cohort = make_cohort(course, make_trainer())
    with pytest.raises(PermissionDenied):
        change_cohort(cohort=cohort, actor=trainer, facts=replace(FACTS, name="Buxoro"), now=NOW)
