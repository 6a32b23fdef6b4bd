"""One life of a course: a learner on the way through it, and editors at its pages. Every verb may come at any time."""

import json
import random
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.test import Client

from accounts.models import User
from certificates.models import IssuerSettings
from core.canonical import canonical_json, digest
from guidelines.models import Acknowledgement, Edition
from guidelines.services import publish_edition
from learning.models import ActivityCompletion, Attempt
from learning.services.enrolment import CourseNotOffered, enrol
from learning.tasks import refresh_course
from quizzes.models import QuizPage
from quizzes.services import spec_from
from tests.factories.guidelines import CODE_KEY, SECOND, code_body, edition_facts, make_code_page, make_text
from tests.factories.learning import NOW
from tests.factories.pages import make_course, step
from tests.factories.people import make_moderator, make_person
from tests.factories.quizzes import write_quiz

from . import editing

MINE = "my/courses/ethics-online/"
STEPS = ("lesson-1", "lesson-2", "quiz", "acknowledgement")


class World:
    """A learner, a moderator, and a course of two lessons, a quiz and an acknowledgement of a code."""

    def __init__(self) -> None:
        self.moderator, page = make_moderator(), make_code_page()
        publish_edition(page=page, actor=self.moderator, now=NOW, **edition_facts())
        course = make_course(lessons=2, acknowledgement=CODE_KEY, order="free")
        write_quiz(step(course, "quiz"), attempts_allowed=0, shuffle_options=True)
        self.keys: dict[str, Any] = {slug: step(course, slug).translation_key for slug in STEPS}
        self.keys |= {"course": course.translation_key, "code": page.translation_key}
        self.learner: User = make_person()


class Learner:
    """Presses buttons, an hour after the last one. They may lead nowhere by now; they never fail."""

    def __init__(self, world: World, clock: Any) -> None:
        self.world, self.clock, self.browser = world, clock, Client()
        self.browser.force_login(world.learner)

    def post(self, language: str, path: str, fields: dict[str, Any] | None = None) -> None:
        self.clock.shift(timedelta(hours=1))
        answer = self.browser.post(f"/{language}/{path}", fields or {})
        assert answer.status_code in (200, 302, 404), f"{path}: {answer.status_code}"

    def goes_on(self, language: str, which: int) -> None:
        """Take one of the steps that are not done, or finish."""
        done = set(ActivityCompletion.objects.filter(person=self.world.learner).values_list("activity_key", flat=True))
        missing = [name for name in STEPS if self.world.keys[name] not in done]
        name = missing[which % len(missing)] if missing else ""
        if name == "quiz":
            self.sits_the_quiz(language)
        elif name == "acknowledgement":
            self.acknowledges(language)
        elif name:
            self.post(language, f"{MINE}steps/{self.world.keys[name]}/read/")
        else:
            self.post(language, f"{MINE}finish/")

    def sits_the_quiz(self, language: str) -> None:
        """Begin an attempt, or answer the open one rightly and hand it in."""
        if Attempt.objects.filter(state=Attempt.State.OPEN).exists():
            self.answers(language, None)
            self.hands_in(language)
        else:
            self.begins(language)

    def takes_a_turn(self, language: str, seed: int | None) -> None:
        """Begin an attempt, answer it, hand it in: the one that comes next. Editors may come between any two."""
        attempt = Attempt.objects.filter(state=Attempt.State.OPEN).first()
        if attempt is None:
            self.begins(language)
        elif not attempt.drafts.exists():
            self.answers(language, seed)
        else:
            self.hands_in(language)

    def begins(self, language: str) -> None:
        """Begin an attempt: what is frozen for it is the key that stands on the page."""
        before = Attempt.objects.count()
        live = QuizPage.objects.live().filter(translation_key=self.world.keys["quiz"], locale__language_code="uz")
        page = live.first()
        self.post(language, f"my/quizzes/{self.world.keys['quiz']}/")
        if Attempt.objects.count() > before:
            assert page is not None
            spec = spec_from(Attempt.objects.latest("pk").version.payload)
            assert {item.id: set(item.kind.solution()) for item in spec.questions} == key_of(page)
            assert spec.rules.pass_percent == page.pass_percent

    def answers(self, language: str, seed: int | None) -> None:
        """Answer the open attempt: by chance, or (without a seed) rightly."""
        attempt = Attempt.objects.filter(state=Attempt.State.OPEN).first()
        if attempt is None:
            return
        given = right(attempt) if seed is None else chance(attempt, seed)
        asked = [place["question"] for place in attempt.drawn]
        fields = {f"answer-{question}": list(given[question]) for question in asked}
        self.post(language, f"my/attempts/{attempt.uuid}/save/", {"question": asked, "then": "stay", **fields})

    def hands_in(self, language: str) -> None:
        """Hand in the latest attempt, again if it was handed in."""
        attempt = Attempt.objects.order_by("-pk").first()
        if attempt is not None:
            self.post(language, f"my/attempts/{attempt.uuid}/hand-in/")

    def acknowledges(self, language: str) -> None:
        """Confirm the edition in force; where that was done already, let it count."""
        edition = Edition.objects.filter(in_force_from__lte=NOW.date()).latest("in_force_from")
        if Acknowledgement.objects.filter(edition=edition).exists():
            self.post(language, f"{MINE}steps/{self.world.keys['acknowledgement']}/acknowledge/")
        shown = language if edition.texts.filter(language=language).exists() else "uz"
        wording = digest(canonical_json(make_text(shown, mark=" v2" if edition.number == 2 else "")))
        sent = {"agree": "on", "language": shown, "wording": wording}
        self.post(language, f"guidelines/{CODE_KEY}/editions/{edition.number}/acknowledge/", sent)

    def comes_and_goes(self, verb: str) -> None:
        self.post("uz", f"{MINE}{verb}/")

    def confirms_a_name(self, name: str) -> None:
        self.post("uz", "account/certificate-name/", {"latin": name, "cyrillic": ""})

    def looks_at(self, language: str, path: str) -> None:
        assert self.browser.get(f"/{language}/{path}").status_code == 200


class Editors:
    """Change what they like, as far as it is still there; and others on the site do what they do."""

    def __init__(self, world: World) -> None:
        self.world = world

    def page(self, name: str, language: str = "uz") -> Any:
        return editing.found(self.world.keys[name], language)

    def rewrite_the_quiz(self, language: str, edit: str, pass_percent: int, **rules: str) -> None:
        if quiz := self.page("quiz", language):
            editing.write_questions(quiz, language, edit, pass_percent=pass_percent, **rules)

    def rename(self, name: str, language: str, title: str) -> None:
        """Give a page another title; somebody begins the course under it, so that it is kept."""
        if page := self.page(name, language):
            editing.write(page, title=title)
            self.enrol_somebody_else(language)

    def change_the_rules(self, order: str, gives: bool, wanted: list[str]) -> None:
        if course := self.page("course"):
            editing.write(course, order=order, gives_certificate=gives, prerequisite_keys=wanted)

    def reorder(self, name: str, beside: str, side: str) -> None:
        page, other = self.page(name), self.page(beside)
        if page and other and page != other:
            page.move(other, pos=side)

    def sync_translations(self, name: str, publish: bool) -> None:
        if page := self.page(name):
            editing.sync(page, publish=publish)

    def republish_an_old_revision(self, name: str, language: str, number: int) -> None:
        if page := self.page(name, language):
            editing.republish(page, number)

    def unpublish(self, name: str, language: str) -> None:
        if page := self.page(name, language):
            page.unpublish()

    def delete(self, name: str) -> None:
        if page := self.page(name):
            editing.delete_everywhere(page)

    def publish_the_second_edition(self, in_force: bool) -> None:
        page = self.page("code")
        if Edition.objects.count() == 1:
            editing.write(page, body=json.dumps(code_body(mark=" v2")), title="Boshqa nom")
            facts = {**SECOND, "adopted_earlier": "Kech kiritildi", "transition_until": None}
            if not in_force:
                facts["in_force_from"] = NOW.date() + timedelta(days=90)
            publish_edition(page=page, actor=self.world.moderator, now=NOW, **edition_facts(**facts))

    def change_the_issuer(self, name: str) -> None:
        issuer = IssuerSettings.load()
        issuer.name_uz = issuer.director = name
        issuer.save()

    def enrol_somebody_else(self, language: str) -> None:
        with suppress(CourseNotOffered):
            enrol(person=make_person(), course_key=self.world.keys["course"], language=language, now=NOW)

    def make_summaries_anew(self) -> None:
        refresh_course.call(str(self.world.keys["course"]))


def key_of(page: QuizPage) -> dict[str, set[str]]:
    """Return the right answers as they stand on a page, read straight from its blocks."""
    key = {}
    for block in page.questions.raw_data:
        value = block["value"]
        right = {option["id"] for option in value.get("options", ()) if option["value"]["correct"]}
        key[block["id"]] = {value["answer"]} if "answer" in value else right
    return key


def right(attempt: Attempt) -> dict[str, list[str]]:
    """Return the right answer to every question of an attempt."""
    return {item.id: sorted(item.kind.solution()) for item in spec_from(attempt.version.payload).questions}


def chance(attempt: Attempt, seed: int) -> dict[str, list[str]]:
    """Return some answer to every question of an attempt."""
    dice = random.Random(seed)
    return {place["question"]: [dice.choice(place["options"])] for place in attempt.drawn}
