import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import District, PrivilegedAct, TerritoryAssignment
from accounts.roles import ADMINISTRATOR, MANAGER
from tests.factories.accounts import make_staff, signed_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PEOPLE = "/uz/account/people/"


@pytest.fixture
def admin():
    return make_staff(ADMINISTRATOR, "boshqaruvchi@example.test")


@pytest.fixture
def desk(admin):
    return signed_in(admin)


def found(desk, query):
    return {person.email for person in desk.get(PEOPLE, {"q": query}).context["page_obj"]}


@pytest.mark.parametrize(
    "query", ["oʻrinboyeva", "O'rinboyeva", "ўринбоева", "Örinboyeva ma'mura", "orinboy", "mamura@inson"]
)
def test_people_are_found_in_any_spelling(desk, query):
    make_person("mamura@inson.test", last_name="Oʻrinboyeva", first_name="Maʼmura", patronymic="")
    make_person("other@example.test", last_name="Karimova", first_name="Dilnoza", patronymic="")
    assert found(desk, query) == {"mamura@inson.test"}


def test_people_are_found_by_role(desk):
    make_person("manager@example.test", roles=(MANAGER,))
    page = desk.get(PEOPLE, {"role": MANAGER})
    assert [person.email for person in page.context["page_obj"]] == ["manager@example.test"]


def test_a_role_is_given_and_taken_on_the_page(desk):
    person = make_person()
    address = f"{PEOPLE}{person.public_id}/"
    assert desk.post(f"{address}give/", {"role": MANAGER, "reason": "order 1"}).headers["Location"] == address
    assert person.groups.filter(name=MANAGER).exists()
    desk.post(f"{address}take/", {"role": MANAGER, "reason": "order 2"})
    assert not person.groups.filter(name=MANAGER).exists()
    assert PrivilegedAct.objects.count() == 2
    assert "order 2" in desk.get(address).content.decode()


def test_without_a_reason_the_page_says_so_and_nothing_changes(desk):
    person = make_person()
    page = desk.post(f"{PEOPLE}{person.public_id}/give/", {"role": MANAGER, "reason": ""})
    assert page.status_code == 422
    assert page.context["give_form"].errors.keys() == {"reason"}
    assert not person.groups.exists()


def test_the_last_administrator_reads_why_the_role_stays(desk, admin):
    page = desk.post(f"{PEOPLE}{admin.public_id}/take/", {"role": ADMINISTRATOR, "reason": "leaving"})
    assert page.status_code == 422
    assert page.context["take_form"].non_field_errors()
    assert admin.groups.filter(name=ADMINISTRATOR).exists()


def test_a_territory_is_assigned_and_ended_on_the_page(desk):
    person, district = make_person(roles=(MANAGER,)), District.objects.first()
    address = f"{PEOPLE}{person.public_id}/territories/"
    data = {"place": f"{district.region_id}-{district.soato}", "starts_on": "2026-01-01", "reason": "order 3"}
    assert desk.post(address, data).status_code == 302
    row = TerritoryAssignment.objects.get(person=person)
    desk.post(f"{address}{row.pk}/", {"ends_on": "2026-05-01", "reason": "order 4"})
    row.refresh_from_db()
    assert row.ends_on.isoformat() == "2026-05-01"


def test_the_territory_of_another_person_is_not_found_under_this_one(desk):
    owner, other = make_person(roles=(MANAGER,)), make_person(roles=(MANAGER,))
    row = TerritoryAssignment.objects.create(
        person=owner, region_id=District.objects.first().region_id, starts_on="2026-01-01"
    )
    answer = desk.post(f"{PEOPLE}{other.public_id}/territories/{row.pk}/", {"ends_on": "2026-05-01", "reason": "x"})
    assert answer.status_code == 404


def test_the_list_costs_the_same_for_one_and_for_many(desk, django_assert_num_queries):
    make_person(roles=(MANAGER,))
    desk.get(PEOPLE)
    with CaptureQueriesContext(connection) as few:
        desk.get(PEOPLE)
    for _number in range(20):
        make_person(roles=(MANAGER,))
    with django_assert_num_queries(len(few)):
        desk.get(PEOPLE)


def test_a_name_full_of_markup_is_shown_as_text(desk):
    person = make_person(last_name="<script>alert(1)</script>")
    for address in (PEOPLE, f"{PEOPLE}{person.public_id}/"):
        assert "<script>alert(1)" not in desk.get(address).content.decode()
