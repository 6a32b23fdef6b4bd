"""Every type of question arrives from text as it was written, and what cannot be sat is refused with its line."""

import re
import shutil
from pathlib import Path

import pytest

from home.loading.files import ContentError
from home.loading.plan import make_plan
from home.loading.questions import questions
from quizzes.blocks import BankBlock
from quizzes.domain.kinds import KINDS
from quizzes.reading.kinds import kind_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
RECORDS = "courses/ethics-online/records-and-retention/check-records.uz.yaml"
FINAL = "courses/ethics-online/final/final-test.uz.yaml"


#: What the tests of refusals need of the content; one citation is left, to be broken.
MODULES = ("records-and-retention", "final")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The banks, one module's quiz and the final, without lessons and codes."""
    root = tmp_path_factory.mktemp("small")
    course = "courses/ethics-online"
    names = [
        "sections/banks",
        f"{course}/course",
        f"{course}/final/final-test",
        f"{course}/{MODULES[0]}/check-records",
    ]
    names += [f"{course}/{module}/module" for module in MODULES]
    names += [f"banks/{bank}" for bank in ("values", "consent", "confidentiality", "records", "boundaries")]
    for name in names:
        for language in ("uz", "ru", "en"):
            target = root / f"{name}.{language}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            text = (CONTENT / f"{name}.{language}.yaml").read_text("utf-8")
            text = re.sub(r"^    articles: .*$", "    articles: []", text, flags=re.M)
            text = re.sub(r"^modules: .*$", f"modules: [{', '.join(MODULES)}]", text, flags=re.M)
            text = re.sub(r"^activities:(.|\n)*", f"activities: [{_step(name)}]\n", text, flags=re.M)
            target.write_text(text, "utf-8")
    return root


def _step(name):
    return "final-test" if "/final/" in name else "check-records"


@pytest.fixture
def folder(small, tmp_path):
    return Path(shutil.copytree(small, tmp_path / "content"))


@pytest.fixture(scope="module")
def whole():
    return make_plan(CONTENT)


def change(folder, file, old, new):
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("type_", KINDS)
def test_the_key_is_the_one_that_was_written(type_, whole):
    plan = whole
    quizzes = [step for _c, modules in plan.courses for _m, steps in modules for step in steps if step.kind == "quiz"]
    found = 0
    for thing in [*plan.banks, *quizzes]:
        for key, entry in thing.facts["questions"].items():
            if entry["type"] != type_:
                continue
            found += 1
            (child,) = BankBlock().to_python(list(questions({key: entry}, thing.key).values()))
            kind = kind_of(type_, child.value)
            assert not list(kind.faults())
            if kind.scored and not kind.by_hand:
                assert kind.share(kind.clean(kind.solution())) == 1, key
    assert found


def test_ids_derive_from_keys_alone(whole):
    bank = whole.banks[0]
    uz, ru = (questions(bank.texts[language]["questions"], bank.key) for language in ("uz", "ru"))

    def ids(value):
        if isinstance(value, dict):
            return [value.get("id"), *(one for item in value.values() for one in ids(item))]
        return [one for item in value for one in ids(item)] if isinstance(value, list) else []

    assert ids(list(uz.values())) == ids(list(ru.values()))


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        (RECORDS, "type: ordering", "type: sorting", "unknown type `sorting`"),
        (RECORDS, "points: 4", "points: many", "whole number"),
        (RECORDS, "[[answer]]", "[[today]]", "the text needs gaps like [[name]], each of them once"),
        (RECORDS.replace(".uz.", ".ru."), "[[answer]]", "[[reply]]", "the text must hold these gaps"),
        (RECORDS, 'same-day: {text: "oʻsha ish kuni tugaguncha", correct: true}',
         'same-day: {text: "oʻsha ish kuni tugaguncha"}', "a gap needs accepted answers, or exactly one right option"),
        (RECORDS, 'accept: ["10",', 'accept: ["!",', "a gap needs accepted answers"),
        (RECORDS, "min_words: 50", "min_words: 900", "the lengths asked for make no sense"),
        ("banks/boundaries.uz.yaml", "start: request", "start: nowhere", "there is no situation `nowhere`"),
        ("banks/boundaries.uz.yaml", "to: seen", "to: nowhere", "there is no situation `nowhere`"),
        ("banks/boundaries.uz.yaml", "to: seen", "to: request", "a way comes back to where it was"),
        ("banks/boundaries.uz.yaml", 'answer: "15"', "answer: 15", "expected a number in quotes"),
        ("banks/boundaries.uz.yaml", 'answer: "15"', 'answer: "1/0"', "not a number"),
        ("banks/boundaries.uz.yaml", "tags: [module-5]", "tags: [Module 5]", "expected a list of tags"),
        ("banks/boundaries.uz.yaml", "reviewed: 2026-11-22", "reviewed: yes", "expected a date"),
        ("banks/consent.uz.yaml", 'share: "1"', 'share: "2"', "needs an answer that brings all the points"),
        ("banks/consent.uz.yaml", '"kodli soʻz"', '"shartli; soʻz"', "a spelling cannot hold ;"),
        ("banks/values.uz.yaml", "articles: []", "articles: [general.nothing]", "no code has the article"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_sat_is_refused_with_file_line_and_reason(folder, file, old, new, reason):
    change(folder, file, old, new)
    with pytest.raises(ContentError) as caught:
        make_plan(folder)
    assert str(caught.value.file).endswith(file)
    assert caught.value.line > 1
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("banks: [values]\n", "banks: [virtues]\n", "there is no bank `virtues`"),
        ("    banks: [values]\n    take: 4", "    banks: [values]\n    take: 40", "13 reviewed questions"),
        ("    tags: [scenario]", "    tags: [nothing]", "the banks hold 0 reviewed questions"),
        ("    banks: [values]\n    take: 4", "    questions: [petrol-savings]\n    take: 4", "unknown field `take`"),
        ("critical: only", "critical: some", "must be one of: only, none"),
        ("from: 60", "from: 75", "two bands begin at one percentage"),
        ("layout: one", "layout: one\noverdue: grace", "`grace_minutes` is missing"),
    ],
)
def test_sections_that_cannot_be_filled_are_refused(folder, old, new, reason):
    change(folder, FINAL, old, new)
    with pytest.raises(ContentError) as caught:
        make_plan(folder)
    assert str(caught.value.file).endswith(FINAL)
    assert reason in caught.value.reason


def test_drafts_are_never_drawn(folder):
    bank = folder / "banks/values.uz.yaml"
    text = bank.read_text("utf-8").replace("    reviewed: 2026-11-22\n", "")
    bank.write_text(text, "utf-8")
    with pytest.raises(ContentError, match="hold 0 reviewed questions"):
        make_plan(folder)


def test_two_draws_cannot_count_on_the_same_question(folder):
    change(folder, FINAL, "  consent:\n    title", "  again:\n    title: …\n    banks: [values]\n    take: 10\n"
           "    without: [scenario]\n    critical: none\n  consent:\n    title")  # fmt: skip
    for language in ("ru", "en"):
        change(folder, FINAL.replace(".uz.", f".{language}."), "  consent: {", "  again: {title: …}\n  consent: {")
    with pytest.raises(ContentError, match="questions too few beside what the draws above take"):
        make_plan(folder)
