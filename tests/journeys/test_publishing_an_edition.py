"""A moderator publishes an edition: a deliberate act, after which readers see what is coming and what is in force."""

from datetime import date, timedelta

from playwright.sync_api import Browser

CODE = "/guidelines/online-practice-code/"


def test_publishing_is_a_deliberate_act_and_the_edition_in_force_stays(browser: Browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="uz")
    page = context.new_page()
    page.goto(f"{site.url}/uz{CODE}")
    before = page.locator("main").inner_text()

    page.goto(f"{site.url}/uz/account/login/")
    page.fill("[name=login]", "moderator@saboq.example")
    page.fill("[name=password]", site.password)
    page.locator("main form button[type=submit]").first.click()
    page.goto(f"{site.url}/admin/")
    page.locator("input[type=search], input[name=q]").first.fill("axloq kodeksi")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ijtimoiy xodimlarning onlayn amaliyot axloq kodeksi").first.click()
    page.get_by_role("button", name="Amallar").first.click()
    page.get_by_role("link", name="Nashrni eʼlon qilish").first.click()

    today = date.today()
    first_day = today + timedelta(days=30)
    page.fill("[name=number]", "2")
    page.select_option("[name=act_type]", index=1)
    page.fill("[name=act_number]", "77-son")
    page.fill("[name=act_date]", today.isoformat())
    page.fill("[name=approved_on]", today.isoformat())
    page.fill("[name=published_on]", today.isoformat())
    page.fill("[name=in_force_from]", first_day.isoformat())
    for language, words in (
        ("uz", "Atama almashtirildi, oʻn joyda mazmun oʻzgardi."),
        ("ru", "Заменён термин, в десяти местах изменено содержание."),
        ("en", "The term is replaced; ten places change in substance."),
    ):
        page.fill(f"[name=change_summary_{language}]", words)
        page.fill(f"[name=act_title_{language}]", words)

    # Without the tick nothing is published and nothing typed is lost.
    page.locator("main form button[type=submit]").last.click()
    assert page.input_value("[name=act_number]") == "77-son"
    page.check("[name=confirm]")
    page.locator("main form button[type=submit]").last.click()
    context.close()

    reader = browser.new_context(locale="uz").new_page()
    reader.goto(f"{site.url}/uz{CODE}")
    assert reader.locator("main article, main .code-text").first.inner_text() in before
    for language in ("uz", "ru", "en"):
        answer = reader.goto(f"{site.url}/{language}{CODE}editions/2/")
        assert answer is not None and answer.status == 200
        assert reader.locator("#privacy\\.family-phone").count() == 1
    reader.context.close()
