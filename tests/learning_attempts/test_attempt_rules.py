"""How many attempts, when the next one opens, until when it may be answered, and what an allowance changes."""

from datetime import UTC, datetime, timedelta

import pytest

from learning.domain.allowances import Allowance, Window, more_than, most_generous, unlocking, window
from learning.domain.attempt_rules import Phase, Refusal, Standing, ends_at, phase, standing
from quizzes.domain.rules import ABANDON, GRACE, HAND_IN, HANDED_IN, Rules

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def where(
    used: int = 0,
    allowed: int = 3,
    hours_ago: float | None = None,
    *,
    passed: bool = False,
    handed_in: bool = True,
    allowance: Allowance | None = None,
    within: Window | None = None,
    **rules: object,
) -> Standing:
    values: dict = {"pass_percent": 70, "attempts_allowed": allowed, "pause_hours": 24, **rules}
    return standing(
        rules=Rules(**values),
        used=used,
        last_at=NOW - timedelta(hours=hours_ago) if hours_ago is not None else None,
        passed=passed,
        handed_in=handed_in,
        now=NOW,
        allowance=allowance,
        within=within,
    )


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


def test_a_pause_between_any_two_holds_before_the_second() -> None:
    found = where(used=1, hours_ago=1, pause_each_hours=2)
    assert (found.refusal, found.opens_at) == (Refusal.PAUSE, NOW + HOUR)


def test_the_longer_of_two_pauses_holds_before_the_last() -> None:
    assert where(used=2, hours_ago=0, pause_each_hours=48).opens_at == NOW + 48 * HOUR
    assert where(used=2, hours_ago=0, pause_each_hours=2).opens_at == NOW + 24 * HOUR


def test_an_extra_attempt_opens_a_used_up_quiz_and_moves_the_last_one() -> None:
    assert where(used=3, hours_ago=30, allowance=Allowance(attempts=1)).may_start
    assert where(used=2, hours_ago=0, allowance=Allowance(attempts=1)).may_start
    assert where(used=3, hours_ago=1, allowance=Allowance(attempts=1)).refusal is Refusal.PAUSE


def test_without_a_pause_the_last_attempt_opens_at_once() -> None:
    assert where(used=2, hours_ago=0, allowance=Allowance(no_pause=True)).may_start


def test_an_extra_attempt_does_not_open_a_passed_quiz() -> None:
    assert where(used=1, hours_ago=0, passed=True, allowance=Allowance(attempts=5)).refusal is Refusal.PASSED


def test_extra_attempts_do_not_limit_a_quiz_without_a_limit() -> None:
    assert where(used=9, allowed=0, hours_ago=0, allowance=Allowance(attempts=1)).left is None


def test_a_quiz_opens_and_closes_to_the_second() -> None:
    soon = where(within=Window(NOW + HOUR, None))
    assert (soon.refusal, soon.opens_at) == (Refusal.NOT_OPEN, NOW + HOUR)
    assert where(within=Window(NOW, NOW + timedelta(seconds=1))).may_start
    assert where(within=Window(None, NOW)).refusal is Refusal.CLOSED


def test_an_entry_test_is_done_when_handed_in_unless_more_attempts_are_allowed() -> None:
    assert where(used=1, allowed=0, completes=HANDED_IN).refusal is Refusal.DONE
    assert where(used=1, allowed=1, completes=HANDED_IN).refusal is Refusal.DONE
    assert where(used=1, allowed=2, pause_hours=0, completes=HANDED_IN).may_start


def test_an_entry_test_that_was_only_given_up_is_not_done() -> None:
    assert where(used=1, allowed=0, handed_in=False, completes=HANDED_IN).may_start
    assert where(used=1, allowed=1, handed_in=False, completes=HANDED_IN).refusal is Refusal.NONE_LEFT


def test_time_ends_at_the_limit_or_the_closing_whichever_comes_first() -> None:
    rules = Rules(pass_percent=70, minutes=30)
    limit = NOW + timedelta(minutes=40)
    assert ends_at(rules, started_at=NOW, extra_minutes=10, closes_at=None) == limit
    assert ends_at(rules, started_at=NOW, extra_minutes=10, closes_at=NOW + HOUR) == limit
    assert ends_at(rules, started_at=NOW, extra_minutes=40, closes_at=NOW + HOUR) == NOW + HOUR
    assert ends_at(Rules(pass_percent=70), started_at=NOW, extra_minutes=10, closes_at=None) is None


@pytest.mark.parametrize(
    ("overdue", "minutes_late", "expected"),
    [
        (HAND_IN, -1, Phase.ANSWERING),
        (HAND_IN, 0, Phase.TO_HAND_IN),
        (GRACE, -1, Phase.ANSWERING),
        (GRACE, 0, Phase.HANDING_IN),
        (GRACE, 4.99, Phase.HANDING_IN),
        (GRACE, 5, Phase.TO_ABANDON),
        (ABANDON, -1, Phase.ANSWERING),
        (ABANDON, 0, Phase.TO_ABANDON),
    ],
)
def test_what_holds_when_time_is_up(overdue: str, minutes_late: float, expected: Phase) -> None:
    rules = Rules(pass_percent=70, minutes=30, overdue=overdue, grace_minutes=5 if overdue == GRACE else 0)
    assert phase(rules, ends=NOW, now=NOW + timedelta(minutes=minutes_late)) is expected
    assert phase(rules, ends=None, now=NOW) is Phase.ANSWERING


def test_of_several_allowances_the_most_generous_of_each_holds() -> None:
    mine = Allowance(minutes=10, attempts=1, closes_at=NOW + HOUR)
    group = Allowance(minutes=5, attempts=2, no_pause=True, opens_at=NOW, closes_at=NOW)
    assert most_generous([mine, group]) == Allowance(10, 2, True, NOW, NOW + HOUR)
    assert most_generous([]) == Allowance()


def test_an_allowance_opens_earlier_and_closes_later_never_the_other_way() -> None:
    wide = Allowance(opens_at=NOW - HOUR, closes_at=NOW + 2 * HOUR)
    narrow = Allowance(opens_at=NOW + HOUR, closes_at=NOW)
    assert window(NOW, NOW + HOUR, wide) == Window(NOW - HOUR, NOW + 2 * HOUR)
    assert window(NOW, NOW + HOUR, narrow) == Window(NOW, NOW + HOUR)
    assert window(None, None, narrow) == Window(None, None)


def test_what_was_given_since_is_told_from_what_was_given_before() -> None:
    assert more_than(Allowance(minutes=15, attempts=2), Allowance(minutes=10, attempts=2)) == Allowance(minutes=5)
    assert more_than(Allowance(), Allowance(minutes=10, attempts=2)) == Allowance()


@pytest.mark.parametrize(
    ("allowed", "used", "given", "attempts"), [(3, 3, 0, 1), (3, 2, 0, 1), (3, 4, 1, 2), (3, 3, 1, 2), (0, 5, 0, 0)]
)
def test_an_unlock_gives_one_attempt_beyond_those_used(allowed: int, used: int, given: int, attempts: int) -> None:
    more = unlocking(allowed=allowed, used=used, given=Allowance(attempts=given))
    assert more == Allowance(attempts=attempts, no_pause=True)
    assert where(used=used, allowed=allowed, hours_ago=0, allowance=more).may_start
