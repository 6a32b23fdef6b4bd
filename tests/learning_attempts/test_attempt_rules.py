"""How many attempts, and when the last one opens."""

from datetime import UTC, datetime, timedelta

from learning.domain.attempt_rules import Refusal, Standing, standing

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def where(used: int = 0, allowed: int = 3, hours_ago: float | None = None, **more: object) -> Standing:
    last_at = NOW - timedelta(hours=hours_ago) if hours_ago is not None else None
    values: dict = {"pause_hours": 24, "passed": False, "now": NOW}
    return standing(used=used, allowed=allowed, last_at=last_at, **(values | more))


def test_a_first_attempt_may_begin() -> None:
    assert where().may_start
    assert where().left == 3


def test_there_is_no_pause_before_the_second_of_three() -> None:
    found = where(used=1, hours_ago=0)
    assert (found.may_start, found.left, found.opens_at) == (True, 2, None)


def test_the_last_attempt_waits_for_the_pause() -> None:
    found = where(used=2, hours_ago=1)
    assert found.refusal is Refusal.PAUSE
    assert found.opens_at == NOW + timedelta(hours=23)


def test_the_last_attempt_opens_to_the_second() -> None:
    assert where(used=2, hours_ago=24).may_start
    assert not where(used=2, hours_ago=24 - 1 / 3600).may_start


def test_a_quiz_with_one_attempt_has_no_pause() -> None:
    assert where(used=0, allowed=1).may_start


def test_a_quiz_without_a_pause_has_none() -> None:
    assert where(used=2, hours_ago=0, pause_hours=0).may_start


def test_used_up_attempts_are_refused() -> None:
    found = where(used=3, hours_ago=100)
    assert (found.refusal, found.left) == (Refusal.NONE_LEFT, 0)


def test_fewer_allowed_than_used_leaves_none() -> None:
    assert where(used=3, allowed=2, hours_ago=1).left == 0


def test_without_a_limit_there_is_always_another_attempt_and_no_pause() -> None:
    found = where(used=50, allowed=0, hours_ago=0)
    assert (found.may_start, found.left, found.opens_at) == (True, None, None)


def test_a_passed_quiz_is_closed() -> None:
    assert where(used=1, hours_ago=1, passed=True).refusal is Refusal.PASSED
    assert where(used=1, allowed=0, hours_ago=1, passed=True).refusal is Refusal.PASSED
