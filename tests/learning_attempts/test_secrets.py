"""Nothing that a browser gets before hand-in tells a right answer from a wrong one."""

import pytest

from tests.factories.quizzes import SECRETS

from .conftest import RIGHT, Learner
from .pages import Q1, form, text, url


@pytest.mark.parametrize("layout", ["one", "all"])
@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_nothing_before_hand_in_gives_an_answer_away(make_learner, layout: str, language: str) -> None:
    learner = make_learner(layout=layout)
    attempt = learner.begin()
    paths = [f"/{language}/my/quizzes/{learner.quiz.translation_key}/", f"/{language}/my/attempts/"]
    paths += [url(attempt, tail, language) for tail in ("", "1/", "2/", "3/", "review/")]
    responses = [learner.client.get(path, follow=True) for path in paths]
    for key, letters in RIGHT.items():
        for headers in ({}, {"accept": "application/json"}):
            sent = form(**{key: letters})
            responses.append(learner.client.post(url(attempt, "save/", language), sent, headers=headers))
    responses.append(learner.client.post(url(attempt, "save/", language), {"question": Q1, f"answer-{Q1}": "x"}))
    for response in responses:
        everything = text(response) + repr(dict(response.headers))
        assert not [secret for secret in SECRETS if secret in everything], response.request["PATH_INFO"]


def test_options_differ_in_nothing_but_id_and_words(learner: Learner) -> None:
    """A right option must look like a wrong one: same tag, same attributes."""
    page = learner.client.get(url(learner.begin(), "1/"))
    lines = [line.strip() for line in text(page).splitlines() if 'class="choice"' in line]
    for option in page.context["question"].body.options:
        lines = [line.replace(option.id, "ID").replace(str(option.text.text), "WORDS") for line in lines]
    assert len(lines) == 3
    assert len(set(lines)) == 1
