import pytest

from accounts.signals import printed_name_confirmed
from tests.factories.accounts import signed_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PAGE = "/uz/account/certificate-name/"


def test_the_stored_name_is_suggested_letter_for_letter():
    person = make_person(last_name="oʻrinboyeva", first_name="MAʼMURA", patronymic="")
    form = signed_in(person).get(PAGE).context["form"]
    assert form["latin"].value() == "oʻrinboyeva MAʼMURA"
    assert form["cyrillic"].value() == ""


def test_what_is_confirmed_is_kept_as_it_was_typed_and_told():
    person, heard = make_person(), []

    def hear(sender, person, now, **kwargs):
        heard.append((person.pk, person.certificate_name_latin, now))

    printed_name_confirmed.connect(hear)
    try:
        answer = signed_in(person).post(PAGE, {"latin": " O'rinboyeva  Maʼmura", "cyrillic": "", "next": "/uz/x/"})
    finally:
        printed_name_confirmed.disconnect(hear)
    person.refresh_from_db()
    assert answer.headers["Location"] == "/uz/x/"
    assert person.certificate_name_latin == "O'rinboyeva Maʼmura"
    assert heard == [(person.pk, "O'rinboyeva Maʼmura", person.certificate_name_confirmed_at)]


@pytest.mark.parametrize(
    ("field", "value"), [("latin", "Каримова"), ("latin", ""), ("cyrillic", "Karimova"), ("latin", "Kar1mova")]
)
def test_letters_of_the_wrong_script_are_refused(field, value):
    person = make_person()
    page = signed_in(person).post(PAGE, {"latin": "Karimova", "cyrillic": "", field: value})
    assert page.context["form"].errors.keys() == {field}
    person.refresh_from_db()
    assert person.certificate_name_confirmed_at is None


def test_a_receiver_that_fails_undoes_the_confirmation():
    person = make_person()

    def fail(**kwargs):
        raise RuntimeError

    printed_name_confirmed.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            signed_in(person).post(PAGE, {"latin": "Karimova"})
    finally:
        printed_name_confirmed.disconnect(fail)
    person.refresh_from_db()
    assert person.certificate_name_confirmed_at is None
