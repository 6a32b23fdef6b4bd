"""A moderator publishes an edition: a deliberate act, after which readers see what is coming and what is in force."""

import re
import time
from datetime import date, timedelta

from playwright.sync_api import Browser, Page, expect

CODE = "/guidelines/online-practice-code/"
NAME = "Ijtimoiy xodimlarning onlayn amaliyot axloq kodeksi"
#: Far ahead, so that no other journey ever meets a new edition in force.
FIRST_DAY = date.today() + timedelta(days=120)
WORDS = {
    "uz": "Oilaning umumiy telefoni haqida yangi modda qoʻshildi.",
    "ru": "Добавлена статья об общем телефоне семьи.",
    "en": "An article on the family's shared phone is added.",
}
NOT_YET = {
    "uz": "2-nashr hali kuchga kirmagan",
    "ru": "Издание 2 ещё не вступило в силу",
    "en": "Edition 2 is not in force yet",
}
NEW_ARTICLE = r"#privacy\.family-phone"


def test_publishing_is_a_deliberate_act_and_the_edition_in_force_stays(browser: Browser, site, pictures):
    moderator = browser.new_context(viewport={"width": 1280, "height": 900}, locale="uz").new_page()
    reader = browser.new_context(locale="uz").new_page()
    before = {language: _text_in_force(reader, site.url, language) for language in WORDS}

    _sign_in(moderator, site)
    _open_the_code(moderator, site.url)
    moderator.locator("header button[aria-label='Amallar']").click()
    moderator.locator("header a", has_text="Nashrni eʼlon qilish…").click()
    moderator.wait_for_url("**/publish-edition/")
    frozen = moderator.locator("main").inner_text()
    assert "50 ta modda" in frozen
    assert "Oilaning umumiy telefonida betaraf nom" in frozen

    _fill(moderator)
    if pictures:
        moderator.screenshot(path=pictures / "publishing.png")

    # Without the tick nothing is published and nothing typed is lost.
    confirm = moderator.get_by_role("button", name="Shu nashrni eʼlon qilish")
    confirm.click()
    expect(moderator.get_by_text("Tasdiqlash uchun belgini qoʻying.")).to_be_visible()
    assert moderator.input_value("[name=act_number]") == "77-son"
    assert moderator.input_value("[name=in_force_from]") == FIRST_DAY.isoformat()
    for language, words in WORDS.items():
        assert moderator.input_value(f"[name=change_summary_{language}]") == words
    answer = reader.goto(f"{site.url}/uz{CODE}editions/2/")
    assert answer is not None and answer.status == 404

    # With it the edition is published, once.
    moderator.get_by_label(re.compile("Nima muhrlanishini oʻqib chiqdim")).check()
    confirm.click()
    expect(moderator.get_by_text("2-nashr eʼlon qilindi")).to_be_visible()
    moderator.get_by_role("link", name="Oʻqish", exact=True).click()
    moderator.wait_for_url(f"**{CODE}editions/2/")
    moderator.context.close()

    # What is in force stays word for word; what is coming can be read, and says of itself that it is coming.
    for language, words in WORDS.items():
        assert _text_in_force(reader, site.url, language) == before[language]
        assert reader.locator(NEW_ARTICLE).count() == 0
        answer = reader.goto(f"{site.url}/{language}{CODE}editions/2/")
        assert answer is not None and answer.status == 200
        banner = reader.locator("main .notice").first
        assert NOT_YET[language] in banner.inner_text()
        assert str(FIRST_DAY.year) in banner.inner_text()
        assert words in reader.locator("main").inner_text()
        expect(reader.locator(NEW_ARTICLE)).to_be_visible()
        assert reader.locator(NEW_ARTICLE).evaluate("node => node.closest('[lang]').lang") == language
    reader.context.close()


def _text_in_force(reader: Page, site: str, language: str) -> str:
    reader.goto(f"{site}/{language}{CODE}")
    return reader.locator("main .code-text").inner_text()


def _sign_in(moderator: Page, site) -> None:
    moderator.goto(f"{site.url}/uz/account/login/")
    moderator.fill("[name=login]", "moderator@saboq.example")
    moderator.fill("[name=password]", site.password)
    moderator.locator("main form button[type=submit]").first.click()
    moderator.wait_for_url("**/my/**")


def _open_the_code(moderator: Page, site: str) -> None:
    """Find the drafting table by the admin's search; a worker keeps its index, which may take a while at first.

    On the table itself elements are found by their marks: asking for roles walks through all of its 36,000 elements.
    """
    moderator.goto(f"{site}/admin/")
    assert moderator.locator("html").get_attribute("lang") == "uz"
    found = moderator.get_by_role("link", name=NAME).locator("visible=true")
    end = time.monotonic() + 60
    moderator.get_by_role("textbox", name="Qidirish", exact=True).fill("axloq kodeksi")
    moderator.keyboard.press("Enter")
    moderator.wait_for_url("**/search/?q=axloq**")
    while not found.count() and time.monotonic() < end:
        time.sleep(1)
        moderator.reload()
    found.first.click()
    moderator.wait_for_url("**/edit/")


def _fill(moderator: Page) -> None:
    assert moderator.input_value("[name=number]") == "2"
    today = date.today().isoformat()
    moderator.select_option("[name=act_type]", index=1)
    moderator.fill("[name=act_number]", "77-son")
    for day in ("act_date", "approved_on", "published_on"):
        moderator.fill(f"[name={day}]", today)
    moderator.fill("[name=in_force_from]", FIRST_DAY.isoformat())
    for language, words in WORDS.items():
        moderator.fill(f"[name=act_title_{language}]", words)
        moderator.fill(f"[name=change_summary_{language}]", words)
