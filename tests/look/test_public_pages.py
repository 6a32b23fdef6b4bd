"""What a visitor reads: front door, course, sample lesson, programme, resources, codes, contacts."""

import json
from datetime import date

import pytest
from django.test import Client

from courses.models import LessonPage
from guidelines.models import GuidelineIndexPage
from home.demo.numbers import ensure_numbers
from home.models import ContactSettings, HotlineEntry, StandardPage
from resources.models import ResourceIndexPage, ResourcePage
from tests.factories.cohorts import make_programme
from tests.factories.guidelines import make_edition
from tests.factories.pages import in_language, make_course, make_home, publish, step, translate
from tests.factories.quiz_data import block_id

pytestmark = pytest.mark.django_db


def body(*blocks):
    return json.dumps([{"type": kind, "value": value, "id": block_id(kind)} for kind, value in blocks])


@pytest.fixture
def course():
    return make_course(
        acknowledgement="online-practice-code",
        audience="Ijtimoiy xodimlar",
        teachers=json.dumps(
            [{"type": "teacher", "value": {"name": "M. Saidova", "post": "metodist"}, "id": block_id("t")}]
        ),
    )


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_front_door_shows_courses_the_code_in_force_and_a_sample(client: Client, course):
    make_edition()
    LessonPage.objects.filter(slug="lesson-1").update(is_sample=True)
    page = read(client, "/ru/")
    assert "/ru/courses/ethics-online/" in page and "/ru/guidelines/online-practice-code/" in page
    assert "/ru/courses/ethics-online/module-1/lesson-1/" in page and "/verify/?lang=ru" in page


def test_the_front_door_opens_without_any_content(client: Client):
    make_home()
    assert "Onlayn amaliyot" in read(client, "/uz/")


def test_a_course_page_tells_what_it_takes_and_gives(client: Client, course):
    page = read(client, "/uz/courses/ethics-online/")
    for words in ("Rozilik olasiz", "Ijtimoiy xodimlar", "M. Saidova", "Dars lesson-1", "Test quiz", "24"):
        assert words in page, words
    assert 'id="module-1"' in page


def test_a_visitor_signs_in_and_comes_back_to_the_course(client: Client, course):
    page = read(client, "/ru/courses/ethics-online/")
    assert 'href="/ru/account/login/?next=%2Fru%2Fcourses%2Fethics-online%2F"' in page


def test_titles_that_are_not_translated_are_marked_as_uzbek(client: Client, course):
    in_language(step(course, "lesson-1"), "ru").unpublish()
    page = read(client, "/ru/courses/ethics-online/")
    assert '<span lang="uz">Dars lesson-1</span>' in page


def test_a_lesson_that_is_no_sample_leads_a_visitor_to_its_course(client: Client, course):
    response = client.get("/uz/courses/ethics-online/module-1/lesson-1/")
    assert (response.status_code, response.url) == (302, "/uz/courses/ethics-online/")


def test_a_sample_can_be_read_by_a_visitor(client: Client, course):
    LessonPage.objects.filter(slug="lesson-1").update(is_sample=True)
    page = read(client, "/uz/courses/ethics-online/module-1/lesson-1/")
    assert "Matn: lesson-1." in page and 'href="/uz/courses/ethics-online/"' in page


def test_the_source_page_decides_what_is_a_sample(client: Client, course):
    lesson = in_language(step(course, "lesson-1"), "ru")
    lesson.is_sample = True
    lesson.save()
    assert client.get("/ru/courses/ethics-online/module-1/lesson-1/").status_code == 302


def test_a_programme_lists_its_courses_in_order(client: Client, course):
    other = make_course("another", title="Boshqa kurs", lessons=1, quiz=False)
    programme = make_programme(other, course)
    page = read(client, programme.url).split("<main", 1)[1]
    assert page.index("Boshqa kurs") < page.index("Kurs ethics-online")


@pytest.fixture
def resource():
    home = make_home()
    index = home.add_child(instance=ResourceIndexPage(title="Resurslar", slug="resources", locale=home.locale))
    translate(index)
    page = index.add_child(
        instance=ResourcePage(
            title="Suhbatni boshlash",
            slug="session-opening",
            locale=home.locale,
            keeper="Markaz",
            version="2",
            review_on=date(2027, 2, 1),
            modality_keys=["video"],
            body=body(("checklist", {"title": "Tekshiruv", "items": ["Eshik yopiq"]})),
        )
    )
    translate(page, version="9")
    return page


def test_resources_are_listed_and_filtered_by_form_of_work(client: Client, resource):
    assert "Suhbatni boshlash" in read(client, "/uz/resources/")
    assert "Suhbatni boshlash" in read(client, "/uz/resources/?modality=video")
    assert "Suhbatni boshlash" not in read(client, "/uz/resources/?modality=chat").split("<main")[1]


def test_a_resource_shows_the_facts_of_the_source_page(client: Client, resource):
    page = read(client, "/ru/resources/session-opening/")
    assert "2027" in page and "Markaz" in page and "Eshik yopiq" in page
    assert "Version 9" not in page and "9</li>" not in page


def test_a_resource_prints_as_a_sheet_with_its_address(client: Client, resource, settings):
    page = read(client, "/uz/resources/session-opening/")
    assert '<body class="sheet">' in page
    assert f'<p class="print-only">Saboq · {settings.PUBLIC_URL}/uz/resources/session-opening/</p>' in page


def test_the_list_of_codes_names_the_edition_in_force(client: Client):
    home = make_home()
    index = home.add_child(instance=GuidelineIndexPage(title="Kodeks", slug="guidelines", locale=home.locale))
    translate(index)
    assert "card__title" not in read(client, "/uz/guidelines/")
    make_edition()
    page = read(client, "/en/guidelines/")
    assert 'href="/en/guidelines/online-practice-code/"' in page and "Text kodeks" in page


def test_the_contact_page_lists_emergency_numbers_with_the_day_they_were_checked(client: Client):
    home = make_home()
    contact = home.add_child(instance=StandardPage(title="Aloqa", slug="contact", locale=home.locale))
    translate(publish(contact))
    settings = ContactSettings.load()
    settings.save()
    HotlineEntry.objects.create(
        settings=settings, number="103", name_uz="Tez yordam", name_ru="Скорая помощь", name_en="Ambulance",
        checked_on=date(2026, 11, 1),
    )  # fmt: skip
    page = read(client, "/ru/contact/")
    assert "Скорая помощь" in page and 'href="tel:103"' in page and "2026" in page and "salom@saboq.example" in page


def test_a_number_that_nobody_has_called_says_so(client: Client):
    home = make_home()
    translate(publish(home.add_child(instance=StandardPage(title="Aloqa", slug="contact", locale=home.locale))))
    assert ensure_numbers()
    page = read(client, "/uz/contact/")
    assert 'href="tel:102"' in page and "Tez tibbiy yordam" in page
    assert page.count("hali tekshirilmagan") == 2


def test_the_demo_leaves_numbers_alone_that_an_administrator_has_set(client: Client):
    ContactSettings.load().save()
    assert not ensure_numbers()
    assert not HotlineEntry.objects.exists()


def test_other_standing_pages_list_no_numbers(client: Client):
    home = make_home()
    publish(home.add_child(instance=StandardPage(title="Biz", slug="about", locale=home.locale)))
    assert "tel:" not in read(client, "/uz/about/")


def test_the_style_guide_opens(client: Client):
    page = read(client, "/styleguide/?lang=en")
    assert page.count("swatch--") == 18 and "Transcript of a chat" in page
