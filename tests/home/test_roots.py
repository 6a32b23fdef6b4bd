"""Roots without a language: the way in, robots, sitemap, manifest, icons, and the page for a broken server."""

import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory

from home.views import server_error
from tests.factories.accounts import signed_in
from tests.factories.guidelines import make_edition
from tests.factories.pages import in_language, make_course, make_home, step
from tests.factories.people import make_person


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "got"),
    [
        ("ru-RU,ru;q=0.9", "/ru/"),
        ("en-GB", "/en/"),
        ("de", "/uz/"),
        ("", "/uz/"),
        ("uz-Cyrl-UZ", "/uz/"),
        ("x;q=z", "/uz/"),
    ],
)
def test_a_visitor_is_sent_to_the_best_language(client: Client, asked, got):
    make_home()
    response = client.get("/", headers={"accept-language": asked})
    assert (response.status_code, response.url) == (302, got)
    assert "Accept-Language" in response["Vary"]


@pytest.mark.django_db
def test_somebody_signed_in_is_sent_to_their_own_language():
    make_home()
    client = signed_in(make_person(preferred_language="ru"))
    assert client.get("/", headers={"accept-language": "en"}).url == "/ru/"


@pytest.mark.django_db
def test_robots_are_kept_from_desks_and_shown_the_sitemap(client: Client, settings):
    settings.PUBLIC_URL = "https://saboq.example"
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /uz/my/" in text and "Disallow: /en/teach/" in text
    assert "Sitemap: https://saboq.example/sitemap.xml" in text


def locations(client):
    return re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap.xml").content.decode())


@pytest.mark.django_db
def test_the_sitemap_holds_what_a_visitor_can_read(client: Client, settings):
    settings.PUBLIC_URL = "https://saboq.example"
    course = make_course(lessons=2)
    lesson = step(course, "lesson-1")
    lesson.is_sample = True
    lesson.save()
    in_language(course, "en").unpublish()
    make_edition()
    found = locations(client)
    assert "https://saboq.example/uz/courses/ethics-online/" in found
    assert "https://saboq.example/en/courses/ethics-online/" not in found
    assert "https://saboq.example/uz/courses/ethics-online/module-1/lesson-1/" in found
    assert "https://saboq.example/uz/courses/ethics-online/module-1/lesson-2/" not in found
    assert not [address for address in found if "quiz" in address or address.endswith("module-1/")]
    assert "https://saboq.example/ru/guidelines/online-practice-code/editions/1/" in found
    assert all(address.startswith("https://saboq.example/") for address in found)


@pytest.mark.django_db
def test_everything_in_the_sitemap_opens(client: Client, settings):
    make_course()
    make_edition()
    for address in locations(client):
        assert client.get(address.removeprefix(settings.PUBLIC_URL)).status_code == 200, address


@pytest.mark.django_db
def test_the_sitemap_names_the_other_languages(client: Client):
    make_course()
    page = client.get("/sitemap.xml").content.decode()
    assert page.count('hreflang="x-default"') == page.count("<loc>")


@pytest.mark.django_db
def test_the_sitemap_costs_the_same_for_many_courses(client: Client, django_assert_max_num_queries):
    for number in range(6):
        make_course(f"course-{number}", lessons=1, quiz=False)
    with django_assert_max_num_queries(12):
        client.get("/sitemap.xml")


@pytest.mark.django_db
def test_the_manifest_names_icons_that_exist(client: Client):
    response = client.get("/site.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    for icon in json.loads(response.content)["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/")), icon["src"]


@pytest.mark.django_db
def test_a_browser_that_guesses_finds_the_icon(client: Client):
    assert finders.find(client.get("/favicon.ico").url.removeprefix("/static/"))


def test_a_broken_server_answers_without_the_database():
    """No database mark: a query would fail this test."""
    response = server_error(RequestFactory().get("/uz/"))
    assert response.status_code == 500
    assert b"<h1>" in response.content and b'lang="uz"' in response.content
