"""Pages used as a person uses them in a browser without scripts: read, fill in, press a button."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.test.utils.form_data import querydict_from_html


def text(answer: Any) -> str:
    """Return the HTML of a page."""
    return str(answer.content.decode())


def main(answer: Any) -> str:
    """Return the main part of a page: what is said, without header, footer and messages."""
    return text(answer).split("<main", 1)[1].split("</main>")[0]


def place(answer: Any) -> str:
    """Return the address at which a press ended."""
    return str(answer.redirect_chain[-1][0] if answer.redirect_chain else answer.request["PATH_INFO"])


def follow(browser: Client, answer: Any, part: str) -> Any:
    """Go to the first link of a page whose address has `part` in it."""
    links = BeautifulSoup(text(answer), "html.parser").find_all("a", href=True)
    return browser.get(next(str(link["href"]) for link in links if part in str(link["href"])), follow=True)


def press(browser: Client, answer: Any, action: str, **filled: Any) -> Any:
    """Send the first form on a page whose address ends in `action`, with what it holds and what is filled in."""
    _form_tag, index, address = _form(answer, action)
    fields = dict(querydict_from_html(text(answer), form_index=index).lists()) | filled
    return browser.post(address, fields, follow=True)


def choose(browser: Client, answer: Any, *labels: str, then: str) -> Any:
    """Tick the options with these words in a quiz's form and save; `then` is the value of the button pressed."""
    form, _index, _address = _form(answer, "save/")
    boxes = {label.get_text(" ", strip=True): label.find("input") for label in form.find_all("label")}
    chosen = [boxes[label] for label in labels]
    return press(browser, answer, "save/", **{chosen[0]["name"]: [box["value"] for box in chosen]}, then=then)


def _form(answer: Any, action: str) -> tuple[Tag, int, str]:
    """Return the form, its place among all forms of the page, and its address (the page's own where it names none)."""
    here = answer.request["PATH_INFO"] + (f"?{query}" if (query := answer.request.get("QUERY_STRING")) else "")
    for index, form in enumerate(BeautifulSoup(text(answer), "html.parser").find_all("form")):
        address = str(form.get("action", "")) or here
        if address.split("?")[0].endswith(action) and form.get("method", "get").lower() == "post":
            return form, index, address
    raise AssertionError(f"no form leads to {action}")
