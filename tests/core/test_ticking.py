"""The tick runs every chore, whatever becomes of the others."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from core import heartbeat, ticking
from core.models import Heartbeat

NOW = timezone.now()


@pytest.fixture
def chores(monkeypatch):
    chores = {}
    monkeypatch.setattr(ticking, "_chores", chores)
    return chores


def test_a_chore_is_called_with_the_moment_of_the_tick(chores):
    seen = []
    ticking.register("app.look", lambda *, now: seen.append(now) or 3)
    assert ticking.run(now=NOW) == [ticking.Outcome("app.look", 3)]
    assert seen == [NOW]


def test_a_chore_that_fails_does_not_keep_the_next_from_running(chores):
    ticking.register("app.break", lambda *, now: 1 // 0)
    ticking.register("app.look", lambda *, now: 1)
    broken, fine = ticking.run(now=NOW)
    assert broken.error.startswith("ZeroDivisionError")
    assert fine == ticking.Outcome("app.look", 1)


def test_two_chores_cannot_share_a_name(chores):
    ticking.register("app.look", print)
    ticking.register("app.look", print)  # the same again is harmless
    with pytest.raises(ValueError, match="twice"):
        ticking.register("app.look", repr)


@pytest.mark.django_db
def test_the_command_says_what_it_did_and_gives_a_sign_of_life(chores, capsys):
    ticking.register("app.look", lambda *, now: 2)
    call_command("tick")
    assert "app.look: 2" in capsys.readouterr().out
    assert Heartbeat.objects.get().name == heartbeat.TICK


@pytest.mark.django_db
def test_the_command_fails_when_a_chore_failed_so_that_cron_tells_somebody(chores):
    ticking.register("app.break", lambda *, now: 1 // 0)
    with pytest.raises(CommandError):
        call_command("tick")


def test_ticking_without_pause_is_refused():
    with pytest.raises(CommandError, match="more than zero"):
        call_command("tick", every=0)


def test_what_core_needs_done_is_registered():
    assert {"core.return_stuck_tasks", "core.prune_finished_tasks"} <= set(ticking.names())
