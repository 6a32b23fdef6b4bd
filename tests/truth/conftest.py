"""What tests about the truth of records share."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    """Return a function that gives a browser in which a person is signed in."""

    def browser_of(person: User) -> Client:
        browser = Client()
        browser.force_login(person)
        return browser

    return browser_of
