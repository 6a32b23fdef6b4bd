"""What stands around every page: languages that stay on the page, one address for robots, no cookie."""

import re

import pytest
from django.test import Client

from core import content_state
from tests.factories.accounts import make_staff, signed_in
from tests.factories.guidelines import make_edition
from tests.factories.pages import make_course, make_home, publish
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/uz/", "/ru/", "/en/", "/uz/courses/", "/ru/courses/ethics-online/", "/uz/search/?q=axloq",
    "/uz/guidelines/online-practice-code/", "/verify/?lang=ru", "/uz/no-such-page/",
]  # fmt: skip


@pytest.fixture
def course():
    return make_course()


def languages(page):
    switch = page.split('class="languages', 1)[1].split("</nav>")[0]
    return dict(re.findall(r'href="([^"]+)" lang="(\w+)"', switch))


def alternates(page):
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', page))


def test_the_language_switch_stays_on_the_page(client: Client, course):
    page = client.get("/uz/courses/ethics-online/").content.decode()
    assert languages(page) == {f"/{code}/courses/ethics-online/": code for code in ("uz", "ru", "en")}


def test_the_language_switch_keeps_a_search(client: Client, course):
    assert "/ru/search/?q=axloq" in languages(client.get("/uz/search/?q=axloq").content.decode())


def test_the_language_switch_of_a_root_without_language_asks_for_it(client: Client, course):
    assert languages(client.get("/verify/").content.decode())["/verify/?lang=ru"] == "ru"


def test_a_page_without_translation_leads_to_the_front_door(client: Client, course):
    course.get_translations().filter(locale__language_code="en").first().delete()
    page = client.get("/uz/courses/ethics-online/").content.decode()
    assert languages(page)["/en/"] == "en"
    assert "en" not in alternates(page)


def test_the_current_language_is_marked_and_is_the_pages_own(client: Client, course):
    page = client.get("/ru/courses/").content.decode()
    assert '<html lang="ru">' in page
    assert re.search(r'lang="ru" hreflang="ru" aria-current="true"', page)


def test_robots_see_one_address_and_every_language(client: Client, course, settings):
    settings.PUBLIC_URL = "https://saboq.example"
    page = client.get("/ru/courses/ethics-online/?utm=1", headers={"host": "evil.example"}).content.decode()
    assert '<link rel="canonical" href="https://saboq.example/ru/courses/ethics-online/">' in page
    assert alternates(page) == {
        **{code: f"https://saboq.example/{code}/courses/ethics-online/" for code in ("uz", "ru", "en")},
        "x-default": "https://saboq.example/uz/courses/ethics-online/",
    }
    assert "evil.example" not in page


def test_desks_searches_and_lost_pages_are_not_for_robots(client: Client, course):
    for address in ("/uz/search/?q=a", "/uz/account/login/", "/uz/report-mistake/", "/uz/no-such-page/"):
        assert '<meta name="robots" content="noindex">' in client.get(address).content.decode(), address


@pytest.mark.parametrize("address", PUBLIC)
def test_a_visitor_gets_no_cookie_and_no_token(client: Client, course, address):
    make_edition()
    response = client.get(address)
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_a_lost_page_answers_in_the_readers_language(client: Client, course):
    response = client.get("/ru/no-such-page/")
    assert response.status_code == 404
    assert '<html lang="ru">' in response.content.decode() and "/ru/search/" in response.content.decode()


def test_a_page_of_content_leads_to_reporting_a_mistake_on_it(client: Client, course):
    assert "/uz/report-mistake/?page=%2Fuz%2Fcourses%2F" in client.get("/uz/courses/").content.decode()
    assert "report-mistake" not in client.get("/uz/search/").content.decode()


def test_a_visitor_is_offered_to_sign_in(client: Client, course):
    page = client.get("/uz/").content.decode()
    assert "/uz/account/login/" in page and "/uz/account/signup/" in page and "/uz/my/" not in page


def test_each_role_finds_its_desk(course):
    learner = signed_in(make_person()).get("/uz/courses/").content.decode()
    trainer = signed_in(make_staff("trainer")).get("/uz/courses/").content.decode()
    editor = signed_in(make_staff("editor")).get("/uz/courses/").content.decode()
    assert "/uz/my/" in learner and "/uz/teach/" not in learner and 'href="/admin/"' not in learner
    assert "/uz/teach/" in trainer and 'href="/admin/"' not in trainer
    assert 'href="/admin/"' in editor and 'href="/uz/teach/"' not in editor


def test_standing_pages_are_in_the_footer_in_the_readers_language(client: Client):
    from home.models import StandardPage

    home = make_home()
    publish(home.add_child(instance=StandardPage(title="Biz haqimizda", slug="about", locale=home.locale)))
    assert "Biz haqimizda" in client.get("/uz/").content.decode()
    assert "Biz haqimizda" not in client.get("/ru/").content.decode()


def test_the_frame_costs_few_queries(client: Client, course, django_assert_max_num_queries):
    make_edition()
    client.get("/ru/courses/ethics-online/")
    content_state.note()  # or else the page of before is shown
    with django_assert_max_num_queries(24):
        client.get("/ru/courses/ethics-online/")
