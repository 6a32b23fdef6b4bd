"""Editors do what they like in any order while a learner learns: what the learner did reads as it did, for ever."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from certificates.models import Certificate
from guidelines.models import Acknowledgement
from learning.models import ActivityCompletion, Attempt, CourseCompletion, Score
from tests.factories.learning import NOW

from .editing import EDITS
from .invariants import broken
from .ledger import Ledger
from .lives import MINE, STEPS, Editors, Learner, World

pytestmark = pytest.mark.django_db
Verb = tuple[str, dict[str, Any]]
Verbs = st.SearchStrategy[Verb]
languages = st.sampled_from(["uz", "ru", "en"])
steps = st.sampled_from(STEPS)
names = st.sampled_from(["course", "course", *STEPS])


def verb(called: str, /, **values: Any) -> Verbs:
    """Return verbs of that name with some values."""
    return st.tuples(st.just(called), st.fixed_dictionaries(values))


going_on = verb("goes_on", language=languages, which=st.integers(0, 3))
turns = verb("takes_a_turn", language=languages, seed=st.integers(0, 99))
rewriting = verb(
    "rewrite_the_quiz",
    language=st.sampled_from(["uz", "uz", "ru"]),
    edit=st.sampled_from(sorted(EDITS)),
    pass_percent=st.sampled_from([70, 100]),
    layout=st.sampled_from(["one", "all"]),
)
quiz_edits = st.one_of(
    *[rewriting] * 5,
    verb("rename", name=st.just("quiz"), language=languages, title=st.sampled_from(["Bir", "Ikki"])),
    verb("sync_translations", name=st.just("quiz"), publish=st.booleans()),
    *[verb("republish_an_old_revision", name=st.just("quiz"), language=languages, number=st.integers(0, 5))] * 2,
    verb("unpublish", name=st.just("quiz"), language=languages),
)
acts = st.one_of(
    *[going_on] * 4,
    turns,
    verb("hands_in", language=languages),
    verb("comes_and_goes", verb=st.sampled_from(["leave", "resume", "finish"])),
    verb("confirms_a_name", name=st.sampled_from(["Toʻrayeva Dilnoza", "Karimova Dilnoza"])),
    verb("looks_at", language=languages, path=st.sampled_from(["my/", MINE, "my/transcript/", "my/attempts/"])),
)
edits = st.one_of(
    rewriting,
    *[verb("rename", name=names, language=languages, title=st.sampled_from(["Bir", "Ikki"]))] * 2,
    verb(
        "change_the_rules",
        order=st.sampled_from(["fixed", "free"]),
        gives=st.booleans(),
        wanted=st.sampled_from([[], [], [], ["basics"]]),
    ),
    verb("reorder", name=steps, beside=steps, side=st.sampled_from(["left", "right"])),
    verb("sync_translations", name=st.sampled_from(["course", "quiz", "lesson-1"]), publish=st.booleans()),
    verb("republish_an_old_revision", name=names, language=languages, number=st.integers(0, 5)),
    verb("unpublish", name=names, language=languages),
    verb("delete", name=names),
    verb("publish_the_second_edition", in_force=st.booleans()),
    verb("enrol_somebody_else", language=languages),
    verb("change_the_issuer", name=st.sampled_from(["Boshqa markaz", "Yana boshqa"])),
    verb("make_summaries_anew"),
)


class Tally:
    """How much there was in all lives together, so that a test of nothing is noticed."""

    models = (Attempt, Score, ActivityCompletion, Acknowledgement, CourseCompletion, Certificate)

    def __init__(self) -> None:
        self.counts = dict.fromkeys(self.models, 0)

    def add(self) -> None:
        for model in self.models:
            self.counts[model] += model.objects.count()


def live(world: World, before: list[Verb], hours: list[tuple[Verb, Verb]]) -> None:
    """Live through hours of (what an editor does, what the learner does then), from a first, failed attempt on."""
    with time_machine.travel(NOW, tick=False) as clock:
        learner, editors, ledger = Learner(world, clock), Editors(world), Ledger()
        learner.comes_and_goes("enrol")
        learner.sits_the_quiz("uz")
        learner.answers("ru", 2)
        learner.hands_in("uz")
        learner.confirms_a_name("Toʻrayeva Dilnoza")
        for act, so in before:
            getattr(learner, act)(**so)
        ledger.check()
        for (edit, how), (act, so) in hours:
            getattr(editors, edit)(**how)
            getattr(learner, act)(**so)
            ledger.check()
    assert broken() == []


def live_many(world: World, edits: Verbs, acts: Verbs, *, before: Verbs, count: int) -> Tally:
    """Live through some lives of ten hours each; every one is taken back at its end."""
    tally = Tally()

    # A failing life is told as it was lived: making it shorter would take minutes.
    @settings(max_examples=count, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(before, min_size=2, max_size=6), st.lists(st.tuples(edits, acts), min_size=10, max_size=10))
    def lives(first: list[Verb], hours: list[tuple[Verb, Verb]]) -> None:
        try:
            with transaction.atomic():
                live(world, first, hours)
                tally.add()
                transaction.set_rollback(True)
        finally:
            cache.clear()

    lives()
    return tally


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Make the world once; take it back when the module is through."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


def test_no_order_of_edits_to_a_quiz_changes_an_attempt_or_a_score(world: World) -> None:
    tally = live_many(world, quiz_edits, turns, before=turns, count=5)
    assert tally.counts[Score] >= 12, tally.counts


def test_no_order_of_edits_to_a_course_changes_what_a_learner_did(world: World) -> None:
    tally = live_many(world, edits, acts, before=going_on, count=6)
    assert min(tally.counts.values()) >= 3, tally.counts
