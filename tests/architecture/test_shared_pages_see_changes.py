"""Whatever a page for everybody reads from the database, a change of it is seen at once: table by table."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import content_state
from courses.models import ProgrammePage
from guidelines.models import GuidelineIndexPage, GuidelinePage
from home.models import ContactSettings, StandardPage
from resources.models import ResourceIndexPage, ResourcePage
from tests.factories.guidelines import CODE_KEY, make_code_page, make_edition
from tests.factories.pages import make_course, make_home, make_lesson, step
from tests.factories.quiz_data import block_id

TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')
#: Read for a page, and no part of what it says: the state itself, and names of kinds of rows, which only releases add.
NO_CONTENT = {"core_contentchange", "django_content_type"}


@pytest.fixture
def addresses(db: None) -> list[str]:
    """A site with a page of every kind that visitors may read."""
    home = make_home()
    course = make_course(lessons=1, acknowledgement=CODE_KEY, competence_keys=["digcomp-2.2"], prerequisite_keys=["x"])
    make_course("x", lessons=1, quiz=False)
    code_page = make_code_page()
    make_edition(1, in_force_from=date(2025, 2, 1))
    make_edition(2, in_force_from=date(2025, 9, 1))
    sample = make_lesson(step(course, "lesson-1").get_parent().specific, "sample", is_sample=True)
    citation = {"code": CODE_KEY, "article": "consent.withdrawal"}
    sample.body = json.dumps([{"type": "citation", "value": citation, "id": block_id("cited")}])
    sample.save()
    index: Any = code_page.get_parent().specific
    assert isinstance(index, GuidelineIndexPage)
    catalogue: Any = course.get_parent().specific
    shelf = home.add_child(instance=ResourceIndexPage(title="Materiallar", slug="resources", locale=home.locale))
    others = [
        index.add_child(instance=GuidelinePage(title="Izoh", slug="explained", locale=home.locale)),
        catalogue.add_child(
            instance=ProgrammePage(title="Dastur", slug="path", locale=home.locale, course_keys=["x"])
        ),
        shelf.add_child(instance=ResourcePage(title="Varaqa", slug="sheet", locale=home.locale)),
        home.add_child(instance=StandardPage(title="Aloqa", slug="contact", locale=home.locale)),
    ]
    ContactSettings.objects.create().hotlines.create(
        number="112", name_uz="a", name_ru="b", name_en="c", checked_on=date(2026, 1, 1)
    )
    pages = [home, catalogue, course, sample, index, shelf, *others]
    reading = [f"/uz/guidelines/{CODE_KEY}/{rest}" for rest in ("", "editions/", "editions/1/", "on/2025-03-01/")]
    return [*(page.get_url() for page in pages), *reading, "/uz/courses/?tag=x", "/ru/", "/ru/courses/ethics-online/"]


def test_every_table_that_a_shared_page_reads_is_watched(addresses: list[str]) -> None:
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    unwatched: dict[str, str] = {}
    seen: set[str] = set()
    client = Client()
    for address in addresses:
        caches["content"].clear()
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        assert (answer.status_code, "public" in answer.headers["Cache-Control"]) == (200, True), address
        read = {table for query in queries for table in TABLE.findall(query["sql"])} - NO_CONTENT
        unwatched |= {table: address for table in read if models.get(table) not in content_state.watched()}
        seen |= read
    assert unwatched == {}
    assert {"wagtailcore_page", "guidelines_corrigendum", "competences_modality", "home_hotlineentry"} <= seen
