"""What tests of learning share."""

import pytest
from django.test import Client

from tests.factories.learning import NOW


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def sign_in():
    """Return a browser in which a person is signed in."""

    def sign_in(person):
        browser = Client()
        browser.force_login(person)
        return browser

    return sign_in
