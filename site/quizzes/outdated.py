"""Questions whose cited articles have changed since an editor last reviewed them: in quizzes and in banks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from core.citations import CitedArticle, changed_since, resolve

from .models import QuestionBankPage, QuizPage


@dataclass(frozen=True)
class Outdated:
    """A question to look at again.

    Attributes:
        block: id of the question.
        name: as editors call it.
        since: when it was reviewed; without such a date, when its page was first published.
        articles: those that have changed, as they stand now; one that no edition has (any more) by its key alone.
    """

    block: str
    name: str
    since: date
    articles: tuple[CitedArticle | str, ...]


@dataclass(frozen=True)
class OutdatedPage:
    """A quiz or a bank with such questions."""

    page: Any
    questions: tuple[Outdated, ...]


def outdated_in(page: Any) -> tuple[Outdated, ...]:
    """Return the questions of a quiz or bank, as it is given, that should be looked at again. Three queries a code."""
    found = _outdated([page])
    return found[0].questions if found else ()


def outdated_everywhere() -> list[OutdatedPage]:
    """Return the live quizzes and banks with questions that should be looked at again, by title.

    Two queries for the pages, and three for each code that they cite.
    """
    source = {"locale__language_code": settings.LANGUAGE_CODE}
    pages = [page for model in (QuizPage, QuestionBankPage) for page in model.objects.live().filter(**source)]
    return _outdated(sorted(pages, key=lambda page: (page.title, page.pk)))


def _outdated(pages: Iterable[Any]) -> list[OutdatedPage]:
    cited = {page: list(_citing(page)) for page in pages}
    changed = changed_since(
        (*article, since) for rows in cited.values() for _child, since, articles in rows for article in articles
    )
    language = get_language() or settings.LANGUAGE_CODE
    shown = resolve(((code, article) for code, article, _since in changed), language)
    found = []
    for page, rows in cited.items():
        questions = []
        for child, since, articles in rows:
            stale = tuple(shown.get(pair, pair[1]) for pair in articles if (*pair, since) in changed)
            if stale:
                questions.append(Outdated(child.id or "", child.value["name"], since, stale))
        if questions:
            found.append(OutdatedPage(page, tuple(questions)))
    return found


def _citing(page: Any) -> Iterator[tuple[Any, date, list[tuple[str, str]]]]:
    """Return the question blocks of a page that cite articles, with the day they were reviewed on."""
    first = timezone.localdate(page.first_published_at) if page.first_published_at else None
    for child in page.questions:
        articles = child.value.get("articles") or []
        since = child.value.get("reviewed_on") or first
        pairs = list(dict.fromkeys((item["code"], item["article"]) for item in articles))
        if pairs and since:
            yield child, since, pairs
