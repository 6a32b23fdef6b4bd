"""Citations of the code: courses and quizzes cite articles by key, `guidelines` says what stands behind a key.

Lower layers cannot import `guidelines`; it registers its resolver here when it starts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class CitedArticle:
    """An article as it reads in the edition in force.

    Attributes:
        code: key of the code.
        article: permanent key of the article.
        number: printed number, like "14¹".
        title: title in the asked language.
        label: how a lawyer would cite it, like "25-modda".
        url: address of the article in the edition in force, with its anchor.
        in_force: False when no edition in force has the article.
    """

    code: str
    article: str
    number: str
    title: str
    label: str
    url: str
    in_force: bool


Resolver = Callable[[Iterable[tuple[str, str]], str], dict[tuple[str, str], CitedArticle]]
_resolver: Resolver | None = None


def set_resolver(resolver: Resolver) -> None:
    """Register what answers for citations (called once by `guidelines`)."""
    global _resolver
    _resolver = resolver


def resolve(citations: Iterable[tuple[str, str]], language: str) -> dict[tuple[str, str], CitedArticle]:
    """Return the cited articles by (code key, article key); unknown ones are left out. One query at most per code."""
    wanted = list(dict.fromkeys(citations))
    if _resolver is None or not wanted:
        return {}
    return _resolver(wanted, language)


def cited_in(body: Iterable[Any], language: str) -> dict[tuple[str, str], CitedArticle]:
    """Return every article that the blocks of a page's body cite, asked for at once. One query at most per code.

    A template that shows the body with this as `citations` asks no further questions.
    """
    cited = [(block.value["code"], block.value["article"]) for block in body if block.block_type == "citation"]
    return resolve(cited, language)


#: (code, article, the day since when).
Asked = tuple[str, str, date]
Watcher = Callable[[Iterable[Asked]], frozenset[Asked]]
_watcher: Watcher | None = None


def set_watcher(watcher: Watcher) -> None:
    """Register what tells whether articles have changed (called once by `guidelines`)."""
    global _watcher
    _watcher = watcher


def changed_since(asked: Iterable[Asked]) -> frozenset[Asked]:
    """Return those articles that read otherwise today than on the day named, or are gone. Two queries a code."""
    wanted = set(asked)
    return _watcher(wanted) if _watcher and wanted else frozenset()


_choices: Callable[[], list[tuple[str, str]]] | None = None


def set_code_choices(choices: Callable[[], list[tuple[str, str]]]) -> None:
    """Register where editors' choices of codes come from (called once by `guidelines`)."""
    global _choices
    _choices = choices


def code_choices() -> list[tuple[str, str]]:
    """Return (key, title) of the codes an editor can cite."""
    return _choices() if _choices else []
