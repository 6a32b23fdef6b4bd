"""A worker without a mouse: from signing in through lessons and a quiz to its result, with Tab, Space and Enter."""

import re

from playwright.sync_api import Browser, Page

#: What somebody hears or sees of the element in focus: its words, "answer" for a choice, the name of another field.
FOCUSED = """() => {
  const node = document.activeElement;
  if (['radio', 'checkbox'].includes(node.type)) return 'answer';
  return (node.innerText || node.name || '').trim();
}"""
#: A ring that can be seen, on the element itself or on the row of a choice around it.
RING = """() => {
  const seen = node => node && getComputedStyle(node).outlineStyle !== 'none'
    && parseFloat(getComputedStyle(node).outlineWidth) >= 2;
  const node = document.activeElement, box = node.getBoundingClientRect();
  return (seen(node) || seen(node.closest('label'))) && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}"""


def test_a_worker_learns_and_sits_a_quiz_without_a_mouse(browser: Browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="uz")
    page = context.new_page()
    page.goto(f"{site.url}/uz/account/login/")

    _tab_to(page, "login")
    page.keyboard.type("otabek@saboq.example")
    _tab_to(page, "password")
    page.keyboard.type(site.password)
    _press(page, "Kirish", leads_to="**/my/")

    # Two lessons are left before the module's quiz.
    for lesson in ("binding-or-advisory", "reading-an-edition"):
        _press(page, "Davom etish", leads_to=f"**/{lesson}/")
        _press(page, "Oʻqib chiqdim", leads_to="**/courses/ethics-online/**")
        page.goto(f"{site.url}/uz/my/")
    _press(page, "Davom etish", leads_to="**/check-values/")
    _press(page, "Boshlash", leads_to="**/my/attempts/**")

    for number in range(1, 9):
        assert f"8 savoldan {number}-savol" in page.locator("main legend").inner_text()
        _tab_to(page, "answer")
        page.keyboard.press("Space")
        assert page.locator("main fieldset :checked").count() == 1
        _press(page, "Saqlash va davom etish|Saqlash va topshirishdan oldin tekshirish", leads_to="**/my/attempts/**")
    _press(page, "Topshirish", leads_to="**/result/")
    assert "balldan" in page.locator("main").inner_text()
    context.close()


def _tab_to(page: Page, wanted: str) -> None:
    """Go on with Tab until the element in focus has this name or these words; every stop on the way shows its ring."""
    passed = []
    for _stop in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused:
            assert page.evaluate(RING), f"no ring can be seen on “{focused}”"
        if re.fullmatch(wanted, focused):
            return
        passed.append(focused)
    raise AssertionError(f"{wanted} is not reached from {page.url}: {passed}")


def _press(page: Page, words: str, *, leads_to: str) -> None:
    _tab_to(page, words)
    with page.expect_navigation(url=leads_to):
        page.keyboard.press("Enter")
