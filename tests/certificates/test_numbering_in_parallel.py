"""Twenty at once: no gap, no double, one certificate per completion."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from certificates.models import Certificate, Series
from certificates.services import issue_for_completion
from learning.models import CourseCompletion
from tests.factories.certificates import NOW, make_completion

pytestmark = pytest.mark.django_db(transaction=True)


def _issue(completion: CourseCompletion) -> str:
    try:
        return issue_for_completion(completion=completion, now=NOW).registration_number
    finally:
        connection.close()


def _together(completions: list[CourseCompletion]) -> list[str]:
    with ThreadPoolExecutor(max_workers=20) as pool:
        return list(pool.map(_issue, completions))


def test_twenty_completions_get_the_numbers_one_to_twenty() -> None:
    numbers = _together([make_completion() for _ in range(20)])
    assert sorted(numbers) == [f"2026/10-{number:04d}" for number in range(1, 21)]
    assert Series.objects.get().last_number == 20


def test_twenty_times_the_same_completion_gives_one_certificate() -> None:
    numbers = _together([make_completion()] * 20)
    assert set(numbers) == {"2026/10-0001"}
    assert Certificate.objects.count() == 1
    assert Series.objects.get().last_number == 1
