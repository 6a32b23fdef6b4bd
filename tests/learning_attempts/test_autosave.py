"""With JavaScript an answer is saved as it is given; without a connection it waits and goes out later."""

import re

import pytest
from playwright.sync_api import Page, expect

from learning.models import DraftAnswer

from .conftest import Learner
from .pages import url

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sitting(learner: Learner, live_server, page: Page) -> Page:
    attempt = learner.begin()
    session = learner.client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(live_server.url + url(attempt, "1/", "en"))
    return page


def test_a_choice_is_saved_at_once_and_the_page_says_when(sitting: Page) -> None:
    sitting.locator("input[type=radio]").nth(1).check()
    expect(sitting.get_by_role("status").last).to_contain_text(re.compile(r"\d\d:\d\d"))
    chosen = sitting.locator("input[type=radio]").nth(1).get_attribute("value")
    assert DraftAnswer.objects.get().value == [chosen]


def test_a_choice_made_without_a_connection_is_sent_when_it_is_back(sitting: Page) -> None:
    sitting.context.set_offline(True)
    sitting.locator("input[type=radio]").nth(0).check()
    status = sitting.locator("[data-save-status]")
    expect(status).to_have_text(status.get_attribute("data-failed") or "")
    assert not DraftAnswer.objects.exists()
    sitting.context.set_offline(False)
    expect(status).to_contain_text(re.compile(r"\d\d:\d\d"), timeout=10_000)
    assert DraftAnswer.objects.count() == 1
