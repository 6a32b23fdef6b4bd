"""Pictures, films and papers of the content are light, whole, and as good for somebody who cannot see them."""

import subprocess
from pathlib import Path

import pytest

MEDIA = Path(__file__).resolve().parents[2] / "content" / "media"
LANGUAGES = ("uz", "ru", "en")


def blocks_of(plan, kind, language="uz"):
    return [
        (thing.key, block)
        for thing in plan.with_blocks
        for block in thing.texts[language]["blocks"].values()
        if block["type"] == kind
    ]


@pytest.mark.parametrize("kind", ["image", "video", "file"])
def test_each_kind_of_block_with_a_file_is_seen_with_real_content(plan, kind):
    assert blocks_of(plan, kind)


def test_all_of_it_together_is_light():
    assert sum(file.stat().st_size for file in MEDIA.iterdir()) <= 150_000


def test_the_pictures_of_a_lesson_weigh_less_than_a_page():
    for picture in MEDIA.glob("*.png"):
        assert picture.stat().st_size <= 15_000, picture.name


def test_nothing_lies_there_that_no_page_shows(plan):
    assert {path.name for path in plan.media} == {file.name for file in MEDIA.iterdir()}


def test_every_picture_is_told_in_words_of_each_language(plan):
    told = {language: [block["alt"] for _key, block in blocks_of(plan, "image", language)] for language in LANGUAGES}
    for words in zip(*told.values(), strict=True):
        assert len(set(words)) == len(LANGUAGES)
        assert all(80 <= len(alt) <= 300 for alt in words)


def test_a_film_has_captions_for_all_of_its_time_in_each_language():
    for language in LANGUAGES:
        cues = (MEDIA / f"call-drops.{language}.vtt").read_text("utf-8").strip().split("\n\n")[1:]
        times = [cue.splitlines()[0].split(" --> ") for cue in cues]
        assert times[0][0] == "00:00:00.000"
        assert times[-1][1] == "00:00:25.000"
        assert [end for _start, end in times[:-1]] == [start for start, _end in times[1:]]


@pytest.mark.parametrize(
    ("language", "title"), [("uz", "Aloqa kartasi"), ("ru", "Карточка связи"), ("en", "Contact card")]
)
def test_the_contact_card_is_one_sheet_in_its_own_language(language, title):
    paper = MEDIA / f"contact-card.{language}.pdf"
    words = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
    facts = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
    assert words.startswith(title)
    assert "Pages:           1" in facts
    assert "Tagged:          yes" in facts
