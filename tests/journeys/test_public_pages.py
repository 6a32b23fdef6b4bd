"""What only a browser can tell: nothing sticks out, nothing is asked of others, a protocol is one sheet."""

import re

import pytest

ADDRESSES = (
    "/uz/", "/ru/courses/", "/uz/courses/?q=yoʻq", "/en/courses/ethics-online/", "/uz/resources/",
    "/ru/resources/technical-failure/", "/uz/courses/ethics-online/values-to-code/values-and-law/",
    "/uz/guidelines/", "/en/guidelines/online-practice-code/", "/uz/contact/", "/uz/search/?q=axloq",
    "/ru/search/?q=zzzz", "/uz/report-mistake/", "/verify/?lang=ru", "/styleguide/?lang=en",
)  # fmt: skip


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_public_pages_fit_and_satisfy_axe(site, new_context, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    said = []
    page.on("console", lambda message: said.append(message.text) if "404" not in message.text else None)
    for address in ADDRESSES:
        page.goto(site.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]], address
    assert not said


def test_a_first_visit_to_a_course_is_light_and_asks_nobody_else(site, new_context):
    page = new_context().new_page()
    asked = []
    page.on("response", lambda response: asked.append((response.url, len(response.body()))))
    page.goto(site.url + "/uz/courses/ethics-online/", wait_until="networkidle")
    assert all(address.startswith(site.url) for address, _size in asked)
    assert len(asked) <= 8
    assert sum(size for _address, size in asked) <= 60_000


def test_the_menu_opens_without_javascript_by_keyboard(site, new_context):
    page = new_context(viewport={"width": 360, "height": 700}, java_script_enabled=False).new_page()
    page.goto(site.url + "/uz/")
    assert not page.locator(".menu--site .nav a").first.is_visible()
    page.locator(".menu--site > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu--site .nav a").first.is_visible()


def test_targets_in_the_frame_are_large_enough_for_a_thumb(site, new_context):
    page = new_context(viewport={"width": 360, "height": 700}).new_page()
    page.goto(site.url + "/uz/")
    page.locator(".menu--site > summary").click()
    for link in page.locator("header a, header summary, footer nav a").all():
        box = link.bounding_box()
        if box:
            assert box["height"] >= 43.5, link.inner_text()


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
@pytest.mark.parametrize("protocol", ["consent-talk", "session-opening", "technical-failure"])
def test_a_protocol_prints_on_one_sheet(site, new_context, protocol, language):
    page = new_context().new_page()
    page.goto(f"{site.url}/{language}/resources/{protocol}/")
    assert page.locator("[data-print] button").is_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1


def test_the_skip_link_comes_first_and_leads_to_the_text(site, new_context):
    page = new_context().new_page()
    page.goto(site.url + "/uz/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
