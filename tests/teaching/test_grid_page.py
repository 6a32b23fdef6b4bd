"""The grid on the page and as a file."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cohorts.models import Cohort
from courses.models import CoursePage, Programme
from courses.services import ensure_course
from tests.factories.cohorts import make_cohort, make_member, make_programme, make_progress
from tests.factories.pages import make_course, step
from tests.factories.people import make_person


@pytest.fixture
def keys(course: CoursePage) -> list[str]:
    return [str(step(course, slug).translation_key) for slug in ("lesson-1", "lesson-2", "quiz")]


def _grid(cohort: Cohort) -> str:
    return reverse("teaching:grid", args=[cohort.uuid])


def test_states_have_a_word_and_an_icon_beside_the_colour(client: Client, cohort: Cohort, keys: list[str]) -> None:
    make_progress(make_member(cohort), dict(zip(keys, ("done", "failed", "locked"), strict=True)))
    page = client.get(_grid(cohort).replace("/uz/", "/en/")).content.decode()
    for tone, word in (("done", "Done"), ("fail", "Failed"), ("locked", "Not yet open")):
        badge = page.split(f'badge--{tone}"', 1)[1].split("</span>", 1)[0]
        assert "<svg" in badge
        assert word in page


def test_a_hundred_learners_cost_no_more_than_fifteen_queries(client: Client, cohort: Cohort) -> None:
    for _number in range(3):
        make_member(cohort)
    client.get(_grid(cohort))  # what all pages keep (locales, site) is read once per process
    with CaptureQueriesContext(connection) as few:
        client.get(_grid(cohort))
    for _number in range(97):
        make_member(cohort)
    with CaptureQueriesContext(connection) as many:
        page = client.get(_grid(cohort)).content.decode()
    assert page.count('role="rowheader"') == 100
    assert len(many) == len(few) <= 15


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_the_page_reads_in_every_language(client: Client, cohort: Cohort, language: str) -> None:
    make_member(cohort)
    response = client.get(_grid(cohort).replace("/uz/", f"/{language}/"))
    assert f'lang="{language}"' in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_whatever_is_asked_for_the_page_answers(client: Client, cohort: Cohort) -> None:
    make_member(cohort)
    for query in ("?sort=x", "?only=stuck", "?page=-1", "?page=zzz", "?q=" + "x" * 3000, "?q=%00", "?sort=progress"):
        assert client.get(_grid(cohort) + query).status_code == 200


def test_a_course_that_is_not_the_groups_is_not_shown(client: Client, cohort: Cohort) -> None:
    ensure_course(page=make_course("other", lessons=1, quiz=False))
    assert client.get(_grid(cohort) + "?course=other").status_code == 404
    assert client.get(reverse("teaching:grid_file", args=[cohort.uuid]) + "?course=other").status_code == 404


def test_a_programmes_courses_are_each_a_grid(client: Client, course: CoursePage, trainer: object) -> None:
    second = make_course("second", lessons=1, quiz=False)
    page = make_programme(course, second)
    for one in (course, second):
        ensure_course(page=one)
    programme = Programme.objects.create(key=page.slug, translation_key=page.translation_key)
    cohort = make_cohort(None, trainer, programme=programme)
    make_member(cohort)
    assert "Dars lesson-2" in client.get(_grid(cohort)).content.decode()
    shown = client.get(_grid(cohort) + "?course=second").content.decode()
    assert "Dars lesson-2" not in shown
    assert "Kurs ethics-online" in shown


def test_the_file_is_a_download_that_streams(client: Client, cohort: Cohort) -> None:
    make_member(cohort, make_person(last_name="=cmd", first_name="x", patronymic=""))
    response = client.get(reverse("teaching:grid_file", args=[cohort.uuid]))
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="ethics-online-')
    body = b"".join(response.streaming_content).decode("utf-8")
    assert body.startswith("\ufeff")
    assert "\n'=cmd x," in body
    assert reverse("teaching:grid_file", args=[cohort.uuid]).endswith(f"/teach/cohorts/{cohort.uuid}/grid.csv")


def test_the_file_speaks_the_language_of_its_address(client: Client, cohort: Cohort) -> None:
    address = reverse("teaching:grid_file", args=[cohort.uuid]).replace("/uz/", "/ru/")
    body = b"".join(client.get(address).streaming_content).decode("utf-8")
    assert "Dars lesson-1 [ru]" in body
