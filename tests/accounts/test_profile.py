import pytest

from accounts.models import District
from tests.factories.accounts import signed_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PROFILE = "/uz/account/profile/"


def filled(**changed):
    return {
        "last_name": "Karimova", "first_name": "Dilnoza", "patronymic": "", "preferred_language": "ru",
        "phone": "90 123 45 67", "place": "", "workplace": "INSON markazi", "post": "ijtimoiy xodim", **changed,
    }  # fmt: skip


def test_the_phone_is_kept_in_one_form_and_shown_in_groups():
    person = make_person()
    client = signed_in(person)
    client.post(PROFILE, filled())
    person.refresh_from_db()
    assert person.phone == "+998901234567"
    assert "+998 90 123 45 67" in client.get(PROFILE).content.decode()


def test_a_district_brings_its_region():
    person, district = make_person(), District.objects.first()
    signed_in(person).post(PROFILE, filled(place=f"{district.region_id}-{district.soato}"))
    person.refresh_from_db()
    assert (person.region_id, person.district_id) == (district.region_id, district.soato)


def test_a_region_without_a_district_is_enough():
    person, district = make_person(), District.objects.first()
    signed_in(person).post(PROFILE, filled(place=district.region_id))
    person.refresh_from_db()
    assert (person.region_id, person.district_id) == (district.region_id, None)


def test_a_district_of_another_region_is_refused():
    person = make_person()
    first, other = District.objects.first(), District.objects.last()
    page = signed_in(person).post(PROFILE, filled(place=f"{other.region_id}-{first.soato}"))
    assert page.context["form"].errors.keys() == {"place"}


def test_a_wrong_phone_is_explained_nothing_typed_is_lost_and_nothing_stored_changes():
    person = make_person()
    page = signed_in(person).post(PROFILE, filled(phone="12", post="Bosh mutaxassis"))
    assert "Bosh mutaxassis" in page.content.decode()
    assert page.context["form"].errors.keys() == {"phone"}
    person.refresh_from_db()
    assert person.post == ""


def test_extra_fields_change_nothing():
    person = make_person()
    signed_in(person).post(
        PROFILE, filled(email="other@example.test", is_superuser="on", is_active="", certificate_name_latin="X Y")
    )
    person.refresh_from_db()
    assert not person.is_superuser and person.is_active
    assert (person.email.startswith("person"), person.certificate_name_latin) == (True, "")


def test_the_search_key_follows_the_name():
    person = make_person()
    signed_in(person).post(PROFILE, filled(last_name="Ғуломова"))
    person.refresh_from_db()
    assert "gulomova" in person.search_key


def test_the_page_costs_few_queries(django_assert_max_num_queries):
    client = signed_in(make_person())
    with django_assert_max_num_queries(15):
        client.get(PROFILE)
