from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import District, PrivilegedAct, TerritoryAssignment
from accounts.places import Place
from accounts.roles import ADMINISTRATOR, MANAGER
from accounts.selectors import territories_on
from accounts.services import assign_territory, end_territory
from tests.factories.accounts import make_staff
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def assign(actor, person, **changed):
    district = District.objects.first()
    details = {
        "place": Place(district.region_id, district.soato), "starts_on": date(2026, 1, 1), "ends_on": None,
        "reason": "order 5", "now": NOW, **changed,
    }  # fmt: skip
    return assign_territory(actor=actor, person=person, **details)


def test_a_manager_sees_a_territory_between_its_days():
    admin, manager = make_staff(ADMINISTRATOR), make_person(roles=(MANAGER,))
    row = assign(admin, manager)
    end_territory(actor=admin, assignment=row, ends_on=date(2026, 6, 30), reason="moved", now=NOW)
    assert list(territories_on(person=manager, day=date(2026, 6, 30))) == [row]
    assert not territories_on(person=manager, day=date(2026, 7, 1)).exists()
    assert not territories_on(person=manager, day=date(2025, 12, 31)).exists()
    verbs = list(PrivilegedAct.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["accounts.assign_territory", "accounts.end_territory"]


def test_the_same_assignment_twice_is_one_row_and_one_act():
    admin, manager = make_staff(ADMINISTRATOR), make_person(roles=(MANAGER,))
    assert assign(admin, manager) == assign(admin, manager)
    assert PrivilegedAct.objects.count() == 1


@pytest.mark.parametrize(
    "changed", [{"reason": " "}, {"place": Place("1703", "1726262")}, {"ends_on": date(2025, 1, 1)}]
)
def test_what_makes_no_sense_is_refused(changed):
    admin, manager = make_staff(ADMINISTRATOR), make_person(roles=(MANAGER,))
    with pytest.raises(ValidationError):
        assign(admin, manager, **changed)
    assert not TerritoryAssignment.objects.exists()


def test_only_a_manager_gets_a_territory_and_only_from_an_administrator():
    admin, manager = make_staff(ADMINISTRATOR), make_person(roles=(MANAGER,))
    with pytest.raises(ValidationError):
        assign(admin, make_person())
    with pytest.raises(PermissionDenied):
        assign(manager, manager)
