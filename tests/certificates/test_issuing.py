"""A certificate is issued once per completion, when its holder has confirmed the name."""

from datetime import timedelta

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from accounts.services import confirm_printed_name
from certificates.domain.facts import Result, read
from certificates.models import Certificate, IssuerSettings, Series
from certificates.refusals import FactsNotPrintable, NameNotConfirmed, NameNotPrintable, NotEarned
from certificates.selectors import waiting_for_name
from certificates.services import issue_for_completion, issue_waiting
from certificates.tasks import render_paper
from core.canonical import digest
from learning.signals import course_completed
from tests.factories.certificates import NOW, make_completion, make_holder
from tests.factories.guidelines import make_edition

pytestmark = pytest.mark.django_db


def test_the_first_certificate_of_a_year_has_number_one() -> None:
    certificate = issue_for_completion(completion=make_completion(), now=NOW)
    assert str(certificate) == "SB № 000001"
    assert certificate.registration_number == "2026/10-0001"
    assert certificate.holder.name_latin == "Toʻrayeva Dilnoza Rustam qizi"
    assert certificate.facts_digest == digest(certificate.facts)


def test_facts_hold_what_was_learned_and_who_issued() -> None:
    make_edition(1)
    edition = {"code": "online-practice-code", "number": 1, "digest": "x"}
    certificate = issue_for_completion(completion=make_completion(edition=edition), now=NOW)
    facts = read(certificate.facts)
    assert (facts.hours, facts.result, facts.is_sample) == (24, Result(86, 100), True)
    assert facts.edition is not None
    assert facts.edition.number == 1
    assert facts.edition.titles == {"uz": "Matn kodeks", "ru": "Текст kodeks", "en": "Text kodeks"}
    assert facts.verify_at == "https://saboq.example/verify/"
    assert facts.valid_until is not None
    assert facts.valid_until.isoformat() == "2028-11-08"
    assert "Toʻrayeva" not in certificate.facts


def test_issuing_twice_gives_the_same_certificate() -> None:
    completion = make_completion()
    first = issue_for_completion(completion=completion, now=NOW)
    assert issue_for_completion(completion=completion, now=NOW + timedelta(days=3)) == first
    assert Series.objects.get().last_number == 1


def test_three_papers_are_ordered_in_the_same_transaction() -> None:
    issue_for_completion(completion=make_completion(), now=NOW)
    papers = DBTaskResult.objects.ready().filter(task_path=render_paper.module_path)
    ordered = [task.args_kwargs["args"][1] for task in papers]
    assert sorted(ordered) == ["en", "ru", "uz"]


def test_a_rolled_back_issue_leaves_no_gap_and_no_task() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        issue_for_completion(completion=make_completion(), now=NOW)
        raise RuntimeError
    assert not DBTaskResult.objects.exists()
    assert issue_for_completion(completion=make_completion(), now=NOW).number == 1


def test_a_new_year_begins_a_new_series() -> None:
    issue_for_completion(completion=make_completion(), now=NOW)
    next_year = issue_for_completion(completion=make_completion(), now=NOW.replace(year=2027))
    assert (next_year.number, next_year.registration_number) == (1, "2027/10-0001")


def test_two_series_of_one_register_share_its_numbers() -> None:
    issue_for_completion(completion=make_completion(), now=NOW)
    issuer = IssuerSettings.load()
    issuer.series_prefix = "RX"
    issuer.save()
    other = issue_for_completion(completion=make_completion(), now=NOW)
    assert (str(other), other.registration_number) == ("RX № 000001", "2026/10-0002")


def test_without_a_confirmed_name_nothing_is_issued() -> None:
    with pytest.raises(NameNotConfirmed):
        issue_for_completion(completion=make_completion(make_holder(confirmed=False)), now=NOW)
    assert not Certificate.objects.exists()


def test_a_name_with_letters_that_cannot_be_drawn_is_refused_and_named() -> None:
    person = make_holder(certificate_name_latin="Toʻrayeva 慧 Dilnoza")
    with pytest.raises(NameNotPrintable) as refused:
        issue_for_completion(completion=make_completion(person), now=NOW)
    assert refused.value.letters == "慧"
    assert "慧" not in str(refused.value)
    assert [item.letters for item in waiting_for_name(person)] == ["慧"]


def test_a_title_with_signs_that_cannot_be_drawn_stops_the_issue_and_takes_no_number() -> None:
    with pytest.raises(FactsNotPrintable) as refused:
        issue_for_completion(completion=make_completion(titles={"uz": "Kurs 🎓"}), now=NOW)
    assert refused.value.letters == "🎓"
    assert issue_for_completion(completion=make_completion(), now=NOW).number == 1


def test_a_course_without_a_certificate_gives_none() -> None:
    with pytest.raises(NotEarned):
        issue_for_completion(completion=make_completion(gives_certificate=False), now=NOW)


def test_completing_a_course_issues_at_once() -> None:
    completion = make_completion()
    course_completed.send(sender=type(completion), completion=completion, now=NOW)
    assert completion.certificates.count() == 1


def test_completing_without_a_name_waits_and_the_confirmation_issues_all() -> None:
    person = make_holder(confirmed=False)
    completions = [make_completion(person) for _ in range(2)]
    for completion in completions:
        course_completed.send(sender=type(completion), completion=completion, now=NOW)
    assert not Certificate.objects.exists()
    assert len(waiting_for_name(person)) == 2
    confirm_printed_name(person=person, latin="Toʻrayeva Dilnoza", cyrillic="", now=NOW)
    assert person.certificates.count() == 2
    assert waiting_for_name(person) == []


def test_issuing_what_waited_twice_issues_once() -> None:
    person = make_completion().person
    assert len(issue_waiting(person=person, now=NOW)) == 1
    assert issue_waiting(person=person, now=NOW) == []
