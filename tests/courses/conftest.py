"""What tests of courses share."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest


@pytest.fixture
def now():
    return datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Tashkent"))
