"""What a browser can tell of a page at once: whether it fits, whether anything is cut off, and what axe finds."""

from importlib.resources import files
from itertools import cycle
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NARROW, WIDE = 320, 1280
#: Every page is looked at narrow and wide, once light and once dark; which is which changes from page to page.
_SCHEMES = cycle((("light", "dark"), ("dark", "light")))

#: Words that a box hides, and boxes that reach past the edge of the screen without a way to scroll there.
_CUT_OFF = """() => {
  const found = [];
  const scrolls = node => {
    for (let box = node; box && box !== document.body; box = box.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  for (const node of document.querySelectorAll('body *')) {
    if (node.closest('.visually-hidden, [aria-hidden=true], svg, select, option') || !node.checkVisibility()) continue;
    if (!node.textContent.trim() || node.clientWidth < 2) continue;
    const style = getComputedStyle(node);
    const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    if (hides && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1))
      found.push('hidden words: ' + node.outerHTML.slice(0, 160));
    const box = node.getBoundingClientRect();
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(node))
      found.push('past the edge: ' + node.outerHTML.slice(0, 160));
  }
  return found;
}"""


def faults(page: Page) -> list[str]:
    """Look at the open page narrow and wide, light and dark; return what is wrong with it, in words."""
    found = []
    for width, scheme in zip((NARROW, WIDE), next(_SCHEMES), strict=True):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        where = f"{page.url} at {width} px, {scheme}"
        found += [f"{where}: {fault}" for fault in (*_unfit(page, width), *_against_the_rules(page))]
    return found


def _unfit(page: Page, width: int) -> list[str]:
    needed = page.evaluate("document.documentElement.scrollWidth")
    sideways = [f"scrolls sideways: {needed} px"] if needed > width else []
    return [*sideways, *page.evaluate(_CUT_OFF)]


def _against_the_rules(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options: dict[str, Any] = {"runOnly": RULES, "resultTypes": ["violations"], "elementRef": False}
    answer = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary'][:200]})"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]
