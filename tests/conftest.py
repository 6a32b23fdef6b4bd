"""What every test stands on. The parts are in tests/support/."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

pytest_plugins = ["tests.support.database", "tests.support.worker", "tests.support.browser"]


@pytest.fixture(autouse=True)
def _from_a_known_state() -> Iterator[None]:
    """Each test begins in the source language, with an empty cache (sign-in limits are counted there)."""
    cache.clear()
    with translation.override(settings.LANGUAGE_CODE):
        yield
