"""The register in the admin: for administrators only, correcting by POST only."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import ADMINISTRATOR, EDITOR
from accounts.site_roles import setup_roles
from certificates.models import Certificate, Revocation
from tests.factories.certificates import make_certificate
from tests.factories.people import add_second_factor, make_person

pytestmark = pytest.mark.django_db


def _signed_in(client: Client, role: str) -> Client:
    setup_roles()
    person = make_person(roles=(role,))
    add_second_factor(person)
    client.force_login(person)
    return client


@pytest.fixture
def administrator(client: Client) -> Client:
    return _signed_in(client, ADMINISTRATOR)


def test_the_register_lists_and_finds(administrator: Client) -> None:
    certificate = make_certificate()
    for query in ("", "SB 1", "2026/10-0001", "toʻrayeva", "Тўраева", certificate.code):
        page = administrator.get(reverse("certificates_register"), {"q": query}).content.decode()
        assert "SB № 000001" in page, query
    assert "SB № 000001" not in administrator.get(reverse("certificates_register"), {"q": "Aliyev"}).content.decode()


def test_an_entry_shows_the_facts_and_both_forms(administrator: Client) -> None:
    certificate = make_certificate()
    page = administrator.get(reverse("certificates_entry", args=[certificate.pk])).content.decode()
    assert "Toʻrayeva Dilnoza Rustam qizi" in page
    assert reverse("certificates_revoke", args=[certificate.pk]) in page
    assert reverse("certificates_replace", args=[certificate.pk]) in page


def test_revoking_needs_a_post_with_reason_and_act(administrator: Client) -> None:
    url = reverse("certificates_revoke", args=[make_certificate().pk])
    assert administrator.get(url).status_code == 405
    answer = administrator.post(url, {"reason": "Xato berilgan"})
    assert answer.status_code == 422
    assert "Xato berilgan" in answer.content.decode()
    assert not Revocation.objects.exists()
    assert administrator.post(url, {"reason": "Xato berilgan", "act": "1-son"}).status_code == 302
    assert Revocation.objects.get().act == "1-son"


def test_replacing_leads_to_the_duplicate(administrator: Client) -> None:
    certificate = make_certificate()
    url = reverse("certificates_replace", args=[certificate.pk])
    assert administrator.get(url).status_code == 405
    answer = administrator.post(url, {"reason": "Yoʻqolgan"})
    new = Certificate.objects.get(replaces=certificate)
    assert answer.headers["Location"] == reverse("certificates_entry", args=[new.pk])


def test_a_refused_replacement_says_why(administrator: Client) -> None:
    certificate = make_certificate()
    type(certificate.person).objects.update(certificate_name_confirmed_at=None)
    answer = administrator.post(reverse("certificates_replace", args=[certificate.pk]), {"reason": "Yoʻqolgan"})
    assert answer.status_code == 422
    assert Certificate.objects.count() == 1


@pytest.mark.parametrize("name", ["register", "entry", "revoke", "replace"])
def test_for_an_editor_there_is_no_register(client: Client, name: str) -> None:
    arguments = [] if name == "register" else [make_certificate().pk]
    url = reverse(f"certificates_{name}", args=arguments)
    editor = _signed_in(client, EDITOR)
    answer = editor.post(url) if name in ("revoke", "replace") else editor.get(url)
    assert answer.status_code == 404
