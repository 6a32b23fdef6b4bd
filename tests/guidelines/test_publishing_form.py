"""The moderator's form in the admin."""

import json

import pytest
import time_machine
from django.contrib.auth.models import Permission

from guidelines.models import Edition, EthicsCodePage
from guidelines.services import publish_edition
from tests.factories.guidelines import NOW, SECOND, code_body, edition_facts, make_code_page, rewrite
from tests.factories.people import add_second_factor, make_person

pytestmark = pytest.mark.django_db

FILLED = {
    "number": "1",
    "act_type": "buyruq",
    "act_number": "14-son",
    "act_date": "2026-07-15",
    "approved_on": "2026-07-15",
    "published_on": "2026-08-01",
    "in_force_from": "2026-09-01",
    "transition_until": "",
    "act_title_uz": "Tasdiqlash haqida",
    "change_summary_uz": "Birinchi nashr",
    "change_summary_ru": "Первое издание",
    "confirm": "on",
}


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(db):
    return make_code_page()


def staff(client, role):
    person = make_person(roles=(role,), preferred_language="en")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    add_second_factor(person)
    client.force_login(person)
    return person


def address(page):
    return f"/admin/guidelines/{page.pk}/publish-edition/"


def test_a_moderator_publishes_after_looking_and_confirming(client, page):
    moderator = staff(client, "moderator")
    html = client.get(address(page)).content.decode()
    digest = html.split('name="seen_digest" value="')[1][:64]
    response = client.post(address(page), {**FILLED, "seen_digest": digest})
    assert response.status_code == 302
    edition = Edition.objects.get()
    assert (edition.digest, edition.created_by) == (digest, moderator)
    assert edition.change_summary == {"uz": "Birinchi nashr", "ru": "Первое издание"}


@pytest.mark.parametrize("role", ["editor", "trainer", "administrator", "manager", "auditor"])
def test_for_others_the_form_does_not_exist(client, page, role):
    staff(client, role)
    assert client.get(address(page)).status_code == 404
    assert client.post(address(page), FILLED).status_code == 404
    assert not Edition.objects.exists()


def test_without_the_tick_nothing_is_published_and_nothing_typed_is_lost(client, page):
    staff(client, "moderator")
    digest = client.get(address(page)).context["shown"].digest
    response = client.post(address(page), {**FILLED, "confirm": "", "seen_digest": digest})
    assert response.status_code == 200
    assert "Первое издание" in response.content.decode()
    assert not Edition.objects.exists()


def test_a_text_that_changed_meanwhile_is_shown_again(client, page):
    staff(client, "moderator")
    digest = client.get(address(page)).context["shown"].digest
    rewrite(page, body=json.dumps(code_body(mark=" yangi")))
    response = client.post(address(page), {**FILLED, "seen_digest": digest})
    assert not Edition.objects.exists()
    assert response.context["form"]["seen_digest"].value() == response.context["shown"].digest != digest
    assert not response.context["form"]["confirm"].value()


def test_refusals_stand_beside_their_fields(client, page):
    staff(client, "moderator")
    digest = client.get(address(page)).context["shown"].digest
    response = client.post(address(page), {**FILLED, "in_force_from": "2026-07-20", "seen_digest": digest})
    assert set(response.context["form"].errors) == {"in_force_from"}


def test_the_form_says_which_clauses_a_language_misses(client, page):
    staff(client, "moderator")
    russian = EthicsCodePage.objects.get(locale__language_code="ru")
    body = code_body("ru")
    body[1]["value"]["clauses"][0]["value"]["text"] = ""
    rewrite(russian, body=json.dumps(body))
    line, other = client.get(address(page)).context["shown"].languages
    (place,) = line.places
    assert not line.complete
    assert place.startswith("1.1 (general.purpose): ")
    assert other.complete


def test_the_form_names_added_changed_and_removed_articles(client, page):
    moderator = staff(client, "moderator")
    publish_edition(page=page, actor=moderator, now=NOW, **edition_facts())
    body = code_body()
    body[1]["value"]["title"] = "Boshqa maqsad"
    added = json.loads(json.dumps(body[2]).replace("general.scope", "general.added").replace('"2"', '"2¹"'))
    removed = body.pop()
    rewrite(page, body=json.dumps([*body[:3], {**added, "id": "11111111-1111-4111-8111-111111111111"}, *body[3:]]))
    shown = client.get(address(page)).context["shown"]
    assert shown.against == 1
    assert shown.changed == ("1. Boshqa maqsad",)
    assert shown.added == ("2¹. Matn general.added",)
    assert shown.removed == (f"{removed['value']['number']}. {removed['value']['title']}",)


def test_the_form_warns_of_changes_that_nobody_has_approved(client, page):
    staff(client, "moderator")
    page.body = json.dumps(code_body(mark=" keyingi"))
    page.save_revision()
    shown = client.get(address(page)).context["shown"]
    assert shown.unapproved


def test_only_moderators_are_offered_the_form(client, page):
    from guidelines.wagtail_hooks import header_button, listing_button

    moderator, editor = make_person(roles=("moderator",)), make_person(roles=("editor",))
    assert [button.url for button in header_button(page, moderator, "edit")] == [address(page)]
    assert not list(listing_button(page, editor))
    assert not list(header_button(page.get_parent(), moderator, "edit"))


def test_an_edition_two_is_offered_after_edition_one(client, page):
    moderator = staff(client, "moderator")
    publish_edition(page=page, actor=moderator, now=NOW, **edition_facts())
    assert client.get(address(page)).context["form"]["number"].value() == SECOND["number"]


def test_the_foot_of_the_drafting_table_offers_the_form_to_moderators(page, rf):
    from guidelines.wagtail_hooks import PublishEditionItem

    item, request = PublishEditionItem(), rf.get("/")
    for role, shown in (("moderator", True), ("editor", False)):
        request.user = make_person(roles=(role,))
        assert item.is_shown({"page": page, "request": request, "view": "edit"}) is shown
    assert not item.is_shown({"page": page.get_parent(), "request": request, "view": "edit"})
    assert not item.is_shown({"parent_page": page.get_parent(), "request": request, "view": "create"})
    assert item.get_url({"page": page}) == address(page)
