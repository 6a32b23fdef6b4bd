"""What every test stands on. The parts are in tests/support/."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import caches
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.support.database", "tests.support.worker", "tests.support.browser", "tests.support.web"]


# Machines that run tests are shared and slow at times; that is no fault of the code. A run can be repeated exactly.
hypothesis_settings.register_profile(
    "saboq", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("saboq")


@pytest.fixture(autouse=True)
def _from_a_known_state() -> Iterator[None]:
    """Each test begins in the source language, with empty caches (sign-in limits are counted there)."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    with translation.override(settings.LANGUAGE_CODE):
        yield
