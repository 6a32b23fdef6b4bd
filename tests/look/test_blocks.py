"""Each block of a page says in words what it shows in colours, and loads nothing that was not asked for."""

import json
import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils.translation import override
from PIL import Image as Drawing
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.blocks import BodyBlock
from core.citations import CitedArticle
from core.pictures import make_sizes
from home.styleguide import BLOCKS
from tests.factories.pages import make_course, make_home

BODY = BodyBlock()


def shown(block_type, value, **context):
    with override("en"):
        stream = BODY.to_python([{"type": block_type, "value": value}])
        return stream[0].render(context=context)


def test_the_style_guide_shows_every_block_that_needs_no_file():
    assert {block["type"] for block in BLOCKS} == set(BODY.child_blocks) - {"image", "video", "file", "resource"}


@pytest.mark.parametrize(
    ("tone", "word"), [("rule", "Rule"), ("warning", "Warning"), ("example", "Example"), ("law", "Law")]
)
def test_a_callout_names_its_kind(tone, word):
    page = shown("callout", {"tone": tone, "title": "Sarlavha", "text": "<p>Gap.</p>"})
    assert f">{word}</p>" in re.sub(r"<svg.*?</svg>\s*", "", page, flags=re.S)
    assert "Sarlavha" in page and "<p>Gap.</p>" in page


def test_a_dialogue_is_a_transcript_in_order():
    page = shown(
        "dialogue",
        {
            "title": "Suhbat",
            "channel": "chat",
            "speakers": [{"key": "worker", "name": "Dilnoza"}, {"key": "person", "name": "Saida"}],
            "lines": [
                {"by": "person", "text": "Yozsam boʻladimi?", "note": ""},
                {"by": "worker", "text": "<b>Ha</b>.", "note": "Avval xavfsizlik."},
            ],
        },
    )
    assert page.index("Saida") < page.index("Yozsam") < page.index("Dilnoza") < page.index("Ha")
    assert "&lt;b&gt;" in page and "Avval xavfsizlik." in page and "Transcript of a chat" in page
    assert page.count("<li") == 2


def test_a_checklist_can_be_ticked_off():
    page = shown("checklist", {"title": "Tekshiruv", "items": ["Eshik yopiq", "Telefon toʻla"]})
    assert page.count('type="checkbox"') == page.count("<label>") == 2


def test_a_table_keeps_its_meaning_when_rows_become_cards():
    page = shown(
        "table", {"caption": "Shakllar", "columns": ["Shakl", "Yaxshi"], "rows": [["Video", "Yuz koʻrinadi"]]}
    )
    assert 'role="rowheader" scope="row">Video' in page
    assert 'role="cell" data-column="Yaxshi">Yuz koʻrinadi' in page
    assert "<caption>Shakllar</caption>" in page


@pytest.mark.django_db
def test_a_citation_names_the_article_and_leads_to_it():
    cited = CitedArticle("kodeks", "consent.online", "9", "Onlayn rozilik", "9-modda", "/uz/x/#consent.online", True)
    value = {"code": "kodeks", "article": "consent.online", "note": "Shu uchun."}
    page = shown("citation", value, citations={("kodeks", "consent.online"): cited})
    assert 'href="/uz/x/#consent.online">Onlayn rozilik</a>' in page and "9-modda" in page and "Shu uchun." in page


@pytest.mark.django_db
def test_a_citation_of_an_article_that_is_not_there_says_so():
    value = {"code": "kodeks", "article": "no.such", "note": ""}
    page = shown("citation", value, citations={})
    assert "no article “no.such”" in page and "href" not in page


def test_a_quotation_has_its_source():
    page = shown("quotation", {"text": "Gap.", "source": "Maqol"})
    assert "<blockquote>" in page and "<figcaption" in page and "Maqol" in page


@pytest.fixture
def picture(settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path
    data = BytesIO()
    Drawing.new("RGB", (1600, 900), "#1c4a86").save(data, "PNG")
    return get_image_model().objects.create(title="rasm", file=ContentFile(data.getvalue(), "rasm.png"))


@pytest.fixture
def document(picture):
    def make(name, content=b"x" * 2_500_000):
        row = get_document_model()(title=name, file=ContentFile(content, name))
        row.file_size = len(content)
        row.save()
        return row

    return make


def test_a_picture_has_its_alternative_and_waits_to_be_seen(picture):
    make_sizes.call(image_id=picture.pk)
    page = shown("image", {"image": picture.pk, "alt": 'Ekran "ortida"', "caption": "Izoh"})
    assert 'alt="Ekran &quot;ortida&quot;"' in page and 'loading="lazy"' in page and "srcset=" in page
    assert "Izoh" in page


def test_a_video_tells_its_size_and_loads_nothing_by_itself(picture, document):
    page = shown(
        "video",
        {
            "title": "Rozilik",
            "video": document("rozilik.mp4").pk,
            "poster": picture.pk,
            "captions": document("rozilik.vtt", b"WEBVTT\n").pk,
            "transcript": "<p>Hammasi soʻz bilan.</p>",
        },
    )
    assert 'preload="none"' in page and "autoplay" not in page
    assert "Video, 2.4\xa0MB" in page
    assert '<track kind="captions"' in page and 'srclang="en"' in page
    assert "<details>" in page and "Hammasi soʻz bilan." in page


def test_a_file_tells_its_kind_and_size(document):
    page = shown("file", {"file": document("varaq.pdf").pk, "title": "Varaq"})
    assert "PDF, 2.4\xa0MB" in page and "Varaq" in page


@pytest.mark.django_db
def test_a_resource_link_follows_the_readers_language():
    make_home()
    course = make_course(lessons=0, quiz=False)
    with override("ru"):
        stream = BODY.to_python([{"type": "resource", "value": {"page": course.pk, "note": ""}}])
        page = stream[0].render(context={})
    assert "/ru/courses/ethics-online/" in page and "[ru]" in page


@pytest.mark.django_db
def test_a_link_to_a_page_that_was_taken_down_is_not_shown():
    course = make_course(lessons=0, quiz=False)
    course.unpublish()
    assert "href" not in shown("resource", {"page": course.pk, "note": "Qogʻoz"})


def test_a_body_of_every_block_survives_being_stored():
    stored = json.loads(json.dumps(BODY.get_prep_value(BODY.to_python(BLOCKS))))
    assert [block["type"] for block in stored] == [block["type"] for block in BLOCKS]


@pytest.mark.parametrize("name", ["done", "locked", "warning", "law", "no-such-name"])
def test_an_icon_is_hidden_from_screen_readers(name):
    drawing = render_to_string("components/icon.html", {"name": name})
    assert 'aria-hidden="true"' in drawing and 'd="M' in drawing
