"""Words of a translation laid on the structure of the source, and whether they are all there.

A slot is a place for words: the title of the code, of a part, of an article, a clause, an indent. Its id is the same
in every language.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from .text import Article, Clause, CodeText, Part

MISSING, SAME, STALE = "missing", "same", "stale"

#: Names of institutions may read the same in two languages.
_MAY_READ_THE_SAME = frozenset({"issuer"})


@dataclass(frozen=True)
class Slot:
    """A place for words. `article` is the key of the article it stands in ("" outside articles)."""

    id: str
    text: str
    article: str = ""
    place: str = ""


@dataclass(frozen=True)
class Gap:
    """A slot whose words cannot be frozen. `reason`: MISSING, SAME (as the source) or STALE (of older words)."""

    slot: str
    article: str
    place: str
    reason: str


def slots(text: CodeText) -> tuple[Slot, ...]:
    """Return every place of a text that has words, in order."""
    found = [
        Slot(name, words)
        for name, words in (
            ("title", text.title),
            ("preamble", text.preamble),
            ("issuer", text.issuer),
            ("notice", text.notice),
        )
        if words
    ]
    for part in text.parts:
        found.append(Slot(f"part:{part.key}", part.title, place=part.number))
        for article in part.articles:
            found.extend(_slots_of_article(article))
    return tuple(found)


def _slots_of_article(article: Article) -> list[Slot]:
    found = [Slot(f"article:{article.key}", article.title, article.key, article.number)]
    for number, clause in enumerate(article.clauses, start=1):
        place = f"{article.number}.{number}"
        found.append(Slot(clause.key, clause.text, article.key, place))
        found.extend(Slot(indent.key, indent.text, article.key, place) for indent in clause.indents)
    return found


def gaps(source: CodeText, words: Mapping[str, str], stale: Collection[str] = ()) -> tuple[Gap, ...]:
    """Return what keeps a translation from being complete, in the order of the text.

    Args:
        source: the text in the authentic language.
        words: the translation's words by slot id.
        stale: ids of slots whose words were made from an older source wording.
    """
    found = []
    for slot in slots(source):
        translated = words.get(slot.id, "").strip()
        if not translated:
            reason = MISSING
        elif translated == slot.text.strip() and _has_letters(translated) and slot.id not in _MAY_READ_THE_SAME:
            reason = SAME
        elif slot.id in stale:
            reason = STALE
        else:
            continue
        found.append(Gap(slot.id, slot.article, slot.place, reason))
    return tuple(found)


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def with_words(source: CodeText, language: str, words: Mapping[str, str]) -> CodeText:
    """Return the source's structure with a translation's words.

    Raises:
        KeyError: when a slot has no words; ask `gaps` first.
    """
    return replace(
        source,
        language=language,
        title=words["title"],
        preamble=words["preamble"] if source.preamble else "",
        issuer=words["issuer"] if source.issuer else "",
        notice=words["notice"] if source.notice else "",
        parts=tuple(_part(part, words) for part in source.parts),
    )


def _part(part: Part, words: Mapping[str, str]) -> Part:
    articles = tuple(
        replace(
            article,
            title=words[f"article:{article.key}"],
            clauses=tuple(_clause(clause, words) for clause in article.clauses),
        )
        for article in part.articles
    )
    return replace(part, title=words[f"part:{part.key}"], articles=articles)


def _clause(clause: Clause, words: Mapping[str, str]) -> Clause:
    return replace(
        clause,
        text=words[clause.key],
        indents=tuple(replace(indent, text=words[indent.key]) for indent in clause.indents),
    )
