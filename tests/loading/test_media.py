"""Pictures, films and papers come with the content: one for all languages or one in each, checked before anything."""

from io import BytesIO

import pytest
from django.core.management import CommandError
from PIL import Image as Drawing
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from home.models import LoadedFile, StandardPage
from tests.loading.conftest import add_block, load

pytestmark = pytest.mark.django_db
PICTURE = "{type: image, image: doors.png, alt: Ikki eshik, caption: Izoh}"
PAPER = "{type: file, file: card.pdf, title: Varaq}"
FILM = (
    "{type: video, title: Film, video: steps.webm, poster: doors.png, captions: steps.vtt, transcript: Hammasi soʻz.}"
)


def png(colour="#1c4a86"):
    data = BytesIO()
    Drawing.new("RGB", (64, 36), colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture(autouse=True)
def media(folder, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "stored"
    (folder / "media").mkdir()
    files = {"doors.png": png(), "steps.webm": b"\x1a\x45\xdf\xa3film"}
    for language in ("uz", "ru", "en"):
        files[f"card.{language}.pdf"] = b"%PDF-1.7 " + language.encode()
        files[f"steps.{language}.vtt"] = b"WEBVTT\n\n" + language.encode()
    for name, content in files.items():
        (folder / "media" / name).write_bytes(content)
    return folder / "media"


def added(language):
    page = StandardPage.objects.get(slug="about", locale__language_code=language)
    return next(block for block in page.body if block.block_type in ("image", "file", "video")).value


def test_a_picture_serves_every_language_with_words_of_its_own(folder):
    add_block(folder, "pages/about", PICTURE, "{alt: Две двери, caption: Подпись}")
    assert "created media/doors.png" in load(folder)
    assert {added(language)["image"].pk for language in ("uz", "ru", "en")} == {get_image_model().objects.get().pk}
    assert (added("uz")["alt"], added("ru")["alt"], added("ru")["caption"]) == ("Ikki eshik", "Две двери", "Подпись")


def test_a_paper_is_in_each_readers_language(folder, client):
    add_block(folder, "pages/about", PAPER, "{title: Листок}")
    load(folder)
    for language in ("uz", "ru", "en"):
        document = added(language)["file"]
        assert b"".join(client.get(document.url)) == b"%PDF-1.7 " + language.encode()
        assert document.file_size == len(b"%PDF-1.7 uz")


def test_a_film_has_captions_in_each_language(folder):
    add_block(folder, "pages/about", FILM, "{title: Фильм, transcript: Всё словами.}")
    load(folder)
    films = {added(language)["video"].pk for language in ("uz", "ru", "en")}
    captions = {added(language)["captions"].pk for language in ("uz", "ru", "en")}
    assert (len(films), len(captions)) == (1, 3)
    assert "Всё словами" in str(added("ru")["transcript"])


def test_loading_twice_stores_nothing_twice(folder):
    add_block(folder, "pages/about", PICTURE, "{alt: Две двери, caption: Подпись}")
    load(folder)
    assert "nothing to change" in load(folder)
    assert get_image_model().objects.count() == 1


def test_a_changed_picture_reaches_the_page_in_every_language(folder, media):
    add_block(folder, "pages/about", PICTURE, "{alt: Две двери, caption: Подпись}")
    load(folder)
    first = added("ru")["image"]
    (media / "doors.png").write_bytes(png("#9c4019"))
    report = load(folder)
    assert "updated media/doors.png" in report
    assert "updated pages/about" in report
    assert added("ru")["image"] != first
    assert added("ru")["image"] == added("uz")["image"]


def test_a_paper_that_becomes_one_for_all_is_one_for_all(folder, media):
    add_block(folder, "pages/about", PAPER, "{title: Листок}")
    load(folder)
    for language in ("uz", "ru", "en"):
        (media / f"card.{language}.pdf").unlink()
    (media / "card.pdf").write_bytes(b"%PDF-1.7 all")
    load(folder)
    assert added("ru")["file"] == added("uz")["file"]


def test_bytes_that_were_lost_are_stored_again(folder):
    add_block(folder, "pages/about", PICTURE, "{alt: Две двери, caption: Подпись}")
    load(folder)
    image = get_image_model().objects.get()
    image.file.storage.delete(image.file.name)
    assert "updated media/doors.png" in load(folder)
    assert added("en")["image"].file.storage.exists(added("en")["image"].file.name)


@pytest.mark.parametrize(
    ("block", "name", "content", "reason"),
    [
        (PICTURE, "doors.png", None, "there is no file media/doors.png"),
        (PICTURE, "doors.png", b"<svg onload='x'/>", "media/doors.png is not a picture"),
        (PICTURE, "doors.png", b"\x89PNG" + b"0" * 1_000_001, "media/doors.png is larger than 1000000 bytes"),
        (PAPER, "card.ru.pdf", None, "media/card.pdf is missing in a language: card.ru.pdf"),
        (PAPER, "card.ru.pdf", b"<html>", "media/card.ru.pdf is not a .pdf file inside"),
        (FILM, "steps.webm", b"MZ", "media/steps.webm is not a .webm file inside"),
        (FILM, "steps.en.vtt", b"1\n00:00", "media/steps.en.vtt is not a .vtt file inside"),
        (PICTURE.replace("doors.png", "../doors.png"), "", b"", "expected the name of a file in media/"),
        (PICTURE.replace("doors.png", "card.uz.pdf"), "", b"", "expected the name of a file in media/"),
        (PICTURE.replace(" alt: Ikki eshik,", ""), "", b"", "`alt` is missing"),
    ],
)
def test_a_bad_file_is_refused_with_file_line_and_reason_and_nothing_changes(
    folder, media, block, name, content, reason
):
    add_block(folder, "pages/about", block, "")
    if name and content is None:
        (media / name).unlink()
    elif name:
        (media / name).write_bytes(content)
    words = {"image": "{alt: A, caption: B}", "file": "{title: A}", "video": "{title: A, transcript: B}"}
    kind = block.split("type: ")[1].split(",")[0]
    add_block(folder, "pages/about", "", words[kind])
    with pytest.raises(CommandError) as caught:
        load(folder)
    assert reason in str(caught.value)
    assert "pages/about.uz.yaml:" in str(caught.value)
    assert not LoadedFile.objects.exists()
    assert not get_document_model().objects.exists()
    assert not StandardPage.objects.exists()
