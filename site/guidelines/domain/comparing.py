"""What changed between two texts of a code, article by article."""

from dataclasses import dataclass

from .text import Article, CodeText


@dataclass(frozen=True)
class Changes:
    """Articles by key, each in the order of its text."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether any article differs."""
        return bool(self.added or self.removed or self.changed)


def changes(before: CodeText, after: CodeText) -> Changes:
    """Return which articles were added, removed or changed in anything a reader sees."""
    old = {article.key: article for article in before.articles()}
    new = {article.key: article for article in after.articles()}
    return Changes(
        added=tuple(key for key in new if key not in old),
        removed=tuple(key for key in old if key not in new),
        changed=tuple(key for key, article in new.items() if key in old and _differs(old[key], article)),
    )


def _differs(before: Article, after: Article) -> bool:
    """Compare what is printed; the keys of clauses are not."""
    return _printed(before) != _printed(after)


def _printed(article: Article) -> tuple[object, ...]:
    words = tuple((clause.text, tuple(indent.text for indent in clause.indents)) for clause in article.clauses)
    return (
        article.number,
        article.title,
        article.force,
        article.modalities,
        article.state,
        article.moved_to,
        words,
    )
