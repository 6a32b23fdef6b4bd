"""With JavaScript steps are moved by buttons, from the keyboard too; what is moved is saved at once."""

import pytest
from playwright.sync_api import Page, expect

from learning.models import DraftAnswer

from .conftest import Learner
from .pages import url
from .typed_forms import place_of, write_types

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_step_moved_from_the_keyboard_is_saved(learner: Learner, live_server, page: Page) -> None:
    write_types(learner.quiz, ("ordering", "survey"))
    attempt = learner.begin()
    session = learner.client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(live_server.url + url(attempt, f"{place_of(attempt, 'ordering')}/", "en"))
    assert not DraftAnswer.objects.exists()
    first = page.locator(".order__step").first
    words = first.locator("label").inner_text()
    first.locator("button[data-down]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".order__step").nth(1).locator("label")).to_have_text(words)
    expect(page.locator(".order ~ [role=status]")).to_contain_text(words)
    expect(page.locator("[data-save-status]")).to_contain_text(":")
    drawn = attempt.drawn[place_of(attempt, "ordering") - 1]["options"]
    assert DraftAnswer.objects.get().value[drawn[0]] == "2"
