"""A learner who did everything is erased: nothing stored says any more who it was, and the evidence still stands."""

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.services import erase_person
from certificates.models import Certificate
from learning.models import CourseCompletion, Score

from .url_world import make_world

pytestmark = pytest.mark.django_db
CANARY = "Qanarxonova"


def stored_text():
    """All text of all tables."""
    text = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            text += [f"{table}: {value}" for row in cursor.fetchall() for value in row if isinstance(value, str)]
    return text


def test_after_erasure_no_table_and_no_paper_names_the_person(tmp_path, django_capture_on_commit_callbacks):
    world = make_world(str(tmp_path), last_name=CANARY, certificate_name_latin=f"{CANARY} Dilnoza")
    learner = world.people["learner"]
    world.client("learner").get("/uz/my/")
    papers = list(settings.PAPERS_ROOT.rglob("*.pdf"))
    assert any(CANARY.lower() in line.lower() for line in stored_text())
    assert papers
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person=learner, actor=learner, reason="", now=timezone.now())
    traces = (CANARY.lower(), "learner@example.test")
    assert [line for line in stored_text() if any(trace in line.lower() for trace in traces)] == []
    assert not [paper for paper in papers if paper.exists()]


def test_after_erasure_results_and_the_register_still_stand(tmp_path):
    world = make_world(str(tmp_path))
    learner, certificate = world.people["learner"], world.things["certificate"]
    kept = (Score.objects.count(), CourseCompletion.objects.count(), Certificate.objects.count())
    erase_person(person=learner, actor=learner, reason="", now=timezone.now())
    assert (Score.objects.count(), CourseCompletion.objects.count(), Certificate.objects.count()) == kept
    assert world.client("anonymous").get(f"/verify/{certificate.code}/").status_code == 200
