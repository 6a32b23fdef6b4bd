"""Pictures, the film and the paper of the content reach a reader's browser, in the reader's language."""

import pytest

from tests.support.worker import wait_until

LESSON = "/{}/courses/ethics-online/values-to-code/values-and-law/"


def test_a_lessons_picture_is_seen_and_costs_little_on_a_phone(site, new_context):
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    pictures = []
    page.on("response", lambda answer: pictures.append(answer) if "/media/" in answer.url else None)
    page.goto(site.url + LESSON.format("ru"))
    picture = page.locator("figure img")
    picture.scroll_into_view_if_needed()
    wait_until(lambda: page.evaluate("document.querySelector('figure img').naturalWidth > 0"))
    assert "дверь" in picture.get_attribute("alt")
    assert [answer.status for answer in pictures] == [200]
    assert len(pictures[0].body()) <= 30_000


@pytest.mark.parametrize(("language", "words"), [("uz", "Bir marta"), ("ru", "один раз"), ("en", "once")])
def test_the_film_waits_to_be_asked_and_then_plays_with_captions(site, new_context, language, words):
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    films = []
    page.on("request", lambda asked: films.append(asked.url) if asked.url.endswith(".webm") else None)
    page.goto(f"{site.url}/{language}/resources/technical-failure/", wait_until="networkidle")
    assert not films
    page.evaluate("document.querySelector('video').play()")
    wait_until(lambda: page.evaluate("document.querySelector('video').currentTime > 0.2"))
    assert page.evaluate("document.querySelector('video').duration") == pytest.approx(25, abs=1.5)
    assert words in page.evaluate("document.querySelector('video').textTracks[0].cues[0].text")


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_the_contact_card_is_downloaded_in_the_readers_language(site, new_context, language):
    page = new_context().new_page()
    page.goto(f"{site.url}/{language}/resources/session-opening/")
    with page.expect_download() as waiting:
        page.locator(".file a").click()
    assert waiting.value.suggested_filename == f"contact-card.{language}.pdf"
    assert waiting.value.path().read_bytes().startswith(b"%PDF-")
