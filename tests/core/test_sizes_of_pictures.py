"""The worker makes the sizes of a picture; whoever reads a page with it makes none."""

import json
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.images.models import Rendition

from core import pictures
from core.blocks import BodyBlock
from tests.factories.pages import make_home

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    data = BytesIO()
    Drawing.new("RGB", (1600, 900), "#1c4a86").save(data, "PNG")
    return get_image_model().objects.create(title="rasm", file=ContentFile(data.getvalue(), "rasm.png"))


def film(picture):
    return {"title": "F", "video": None, "poster": picture.pk, "captions": None, "transcript": "<p>F</p>"}


@pytest.mark.parametrize("kind", ["image", "video"])
def test_showing_a_picture_makes_no_size_that_the_worker_has_not_made(picture, run_tasks, kind):
    run_tasks()
    made = set(Rendition.objects.values_list("pk", flat=True))
    assert len(made) == len(pictures.FILTERS)
    value = {"image": picture.pk, "alt": "Rasm", "caption": ""} if kind == "image" else film(picture)
    shown = BodyBlock().to_python([{"type": kind, "value": value}])[0].render()
    assert ".webp" in shown
    assert set(Rendition.objects.values_list("pk", flat=True)) == made


@pytest.mark.parametrize("kind", ["image", "video"])
def test_a_picture_whose_sizes_are_not_there_yet_is_shown_as_it_was_stored(picture, kind):
    value = {"image": picture.pk, "alt": 'Ikki "eshik"', "caption": ""} if kind == "image" else film(picture)
    shown = BodyBlock().to_python([{"type": kind, "value": value}])[0].render()
    assert picture.file.url in shown
    assert 'width="1600" height="900"' in shown
    if kind == "image":
        assert 'alt="Ikki &quot;eshik&quot;"' in shown
    assert not Rendition.objects.exists()


def test_a_kept_page_shows_the_sizes_as_soon_as_they_are_there(picture, run_tasks, client):
    home = make_home()
    home.body = json.dumps([{"type": "image", "value": {"image": picture.pk, "alt": "Rasm", "caption": ""}}])
    home.save()
    assert ".webp" not in client.get("/uz/").content.decode()
    run_tasks()
    page = client.get("/uz/").content.decode()
    assert 'srcset="' in page
    assert page.count(".webp") == 1 + len(pictures.FILTERS)


def test_sizes_that_were_lost_are_ordered_by_the_tick(picture, run_tasks):
    run_tasks()
    assert pictures.order_missing(now=timezone.now()) == 0
    Rendition.objects.first().delete()
    assert pictures.order_missing(now=timezone.now()) == 1
    run_tasks()
    assert Rendition.objects.count() == len(pictures.FILTERS)


def test_a_picture_that_is_gone_before_the_worker_came_is_no_error(picture):
    pictures.make_sizes.call(image_id=picture.pk + 1)
    assert not Rendition.objects.exists()


def test_noting_a_fact_about_a_picture_orders_nothing_again(picture):
    picture.get_file_size()
    picture.get_file_hash()
    picture.save(update_fields=["file_hash"])
    assert DBTaskResult.objects.filter(task_path=pictures.make_sizes.module_path).count() == 1
