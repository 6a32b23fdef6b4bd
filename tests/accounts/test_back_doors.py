"""Every way in goes through allauth's sign-in and its second factor."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.views import LoginView
from django.test import RequestFactory
from django.urls import Resolver404, get_resolver, resolve, reverse
from django.utils import translation

from tests.factories.accounts import make_staff
from tests.factories.people import PASSWORD

DOORS = ["/admin/login/", "/uz/_util/login/", "/ru/_util/login/"]


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_other_sign_in_pages_lead_to_ours_whatever_is_posted(client, door):
    person = make_staff("administrator")
    answer = client.post(door, {"username": person.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert "/account/login/" in answer.headers["Location"]
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_forms_of_other_libraries_find_no_password_right():
    person = make_staff("administrator")
    request = RequestFactory().post("/")
    assert authenticate(request, username=person.email, password=PASSWORD) is None
    assert authenticate(request, email=person.email, password=PASSWORD) == person


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/password_reset/", "/admin/password_reset/confirm/MQ/abc-def/"])
def test_the_admin_resets_no_passwords(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/django-admin/login/", "/django-admin/"])
def test_the_other_admin_is_not_mounted(client, path):
    assert client.get(path, follow=True).status_code == 404


def test_every_sign_in_view_of_django_and_wagtail_stands_behind_a_redirect():
    for path in DOORS:
        with translation.override(path.split("/")[1] if path.startswith(("/uz", "/ru")) else "uz"):
            assert not issubclass(getattr(resolve(path).func, "view_class", object), LoginView), path


def login_views(resolver, prefix=""):
    for entry in resolver.url_patterns:
        where = prefix + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from login_views(entry, where)
        elif issubclass(getattr(entry.callback, "view_class", object), LoginView):
            yield where


def test_no_sign_in_view_is_reached_through_any_pattern():
    for where in login_views(get_resolver()):
        path = "/" + where.replace("^", "").replace("$", "").lstrip("/")
        try:
            found = resolve(path)
        except Resolver404:
            continue
        assert not issubclass(getattr(found.func, "view_class", object), LoginView), path


@pytest.mark.django_db
def test_people_are_not_managed_in_wagtail_not_even_by_a_super_user(client):
    person = make_staff("administrator")
    person.is_superuser = True
    person.save()
    other = make_staff("editor")
    client.force_login(person)
    for path in (
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_users:edit", args=[other.pk]),
        reverse("wagtailusers_users:delete", args=[other.pk]),
    ):
        answer = client.post(path, {"is_superuser": "on"})
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith("/account/people/")
