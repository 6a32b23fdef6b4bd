"""Refusals are compared in English, the language they are written in."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english(_from_a_known_state: None) -> Iterator[None]:
    with translation.override("en"):
        yield
