"""The result: what was chosen and why it was right or wrong, when right answers are shown, which articles say so."""

import pytest

from core.citations import CitedArticle
from learning.services.attempts import submit
from tests.factories.guidelines import make_edition

from .conftest import NOW, WRONG, Learner
from .pages import text, url


def test_the_result_explains_every_choice(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q1="b", q2="ab", q3="true")
    submit(attempt=attempt, now=NOW)
    page = text(learner.client.get(url(attempt, "result/")))
    assert "MAXFIY-IZOH b [uz]" in page
    assert page.count("MAXFIY-TUSHUNTIRISH") == 3
    assert "MAXFIY-IZOH ha [uz]" in page


def test_the_result_cites_articles_of_the_edition_in_force(learner: Learner, monkeypatch) -> None:
    pair = ("online-practice-code", "consent.online")
    article = CitedArticle(
        *pair, "9", "Rozilik", "9-modda", "/uz/guidelines/online-practice-code/#consent.online", True
    )
    asked: list[tuple] = []

    def resolver(wanted, language):
        asked.append((list(wanted), language))
        return {pair: article}

    monkeypatch.setattr("core.citations._resolver", resolver)
    attempt = learner.begin()
    submit(attempt=attempt, now=NOW)
    page = text(learner.client.get(url(attempt, "result/", "ru")))
    assert page.count(f'href="{article.url}"') == 3
    assert asked == [([pair], "ru")]


def test_right_answers_wait_for_a_pass_or_the_last_attempt(make_learner) -> None:
    learner = make_learner(review="after_pass_or_last", pause_hours=0)
    shown = []
    for hours in (0, 1, 2):
        score = learner.sit(WRONG, hours=hours)
        shown.append(learner.client.get(url(score.submission.attempt, "result/")).context["result"])
    assert [result.right_answers_shown for result in shown] == [False, False, True]
    early = [option for question in shown[0].questions for option in question.body.options]
    assert {option.correct for option in early} == {None}
    assert all(option.feedback is None for option in early if not option.chosen)


def test_right_answers_that_wait_are_not_in_the_page(make_learner) -> None:
    learner = make_learner(review="after_pass_or_last")
    score = learner.sit({"q1": "b"})
    page = text(learner.client.get(url(score.submission.attempt, "result/")))
    assert "MAXFIY-IZOH b" in page
    assert "MAXFIY-IZOH a" not in page


def test_the_result_of_an_open_attempt_leads_back_to_it(learner: Learner) -> None:
    attempt = learner.begin()
    assert learner.client.get(url(attempt, "result/")).headers["Location"] == url(attempt)


def test_past_attempts_are_listed_with_their_results(learner: Learner) -> None:
    learner.sit(WRONG)
    learner.begin(hours=1)
    lines = learner.client.get("/ru/my/attempts/").context["lines"]
    assert [(line.number, line.state, line.percent, line.title) for line in lines] == [
        (2, "open", None, "Test quiz [ru]"),
        (1, "submitted", 0, "Test quiz [ru]"),
    ]


@pytest.mark.parametrize(("language", "label"), [("uz", "3-modda"), ("ru", "3"), ("en", "3")])
def test_a_citation_leads_to_the_article_in_the_edition_in_force(learner: Learner, language: str, label: str) -> None:
    make_edition()
    score = learner.sit(WRONG)
    page = learner.client.get(url(score.submission.attempt, "result/", language))
    article = page.context["result"].questions[0].articles[0]
    assert (article.article, article.number, article.in_force) == ("consent.online", "3", True)
    assert f'href="{article.url}"' in text(page)
    assert article.url.endswith("#consent.online")
    assert label in article.label
