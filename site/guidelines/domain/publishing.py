"""The rules under which a text may become an edition. Pure: the service asks, words the refusals and writes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .editions import in_order
from .text import Article, CodeText


@dataclass(frozen=True)
class Proposal:
    """What a moderator fills in; `digest` is of the text that would be frozen."""

    number: int
    digest: str
    approved_on: date
    published_on: date
    in_force_from: date
    transition_until: date | None
    adopted_earlier: bool


@dataclass(frozen=True)
class Known:
    """An edition that exists already."""

    number: int
    digest: str
    in_force_from: date


@dataclass(frozen=True)
class Refusal:
    """Why an edition cannot be published: the field it concerns ("" = the text) and a stable name of the reason."""

    field: str
    reason: str


def refusals(proposal: Proposal, known: Sequence[Known], today: date) -> list[Refusal]:
    """Return everything that speaks against a proposal; empty when it may be published."""
    return [*_dates(proposal, today), *_place(proposal, known)]


def _dates(proposal: Proposal, today: date) -> list[Refusal]:
    found = []
    if proposal.number < 1:
        found.append(Refusal("number", "not_positive"))
    if proposal.published_on < proposal.approved_on:
        found.append(Refusal("published_on", "before_approval"))
    if proposal.published_on > today:
        found.append(Refusal("published_on", "ahead"))
    if proposal.in_force_from < proposal.published_on:
        found.append(Refusal("in_force_from", "before_publication"))
    if proposal.in_force_from < today and not proposal.adopted_earlier:
        found.append(Refusal("in_force_from", "past"))
    if proposal.transition_until is not None and proposal.transition_until < proposal.in_force_from:
        found.append(Refusal("transition_until", "before_force"))
    return found


def _place(proposal: Proposal, known: Sequence[Known]) -> list[Refusal]:
    """Numbers and first days are used once and go the same way; a text differs from those beside it."""
    found = []
    if any(edition.number == proposal.number for edition in known):
        found.append(Refusal("number", "used"))
    if any(edition.in_force_from == proposal.in_force_from for edition in known):
        found.append(Refusal("in_force_from", "used"))
    if found:
        return found
    number, begins = proposal.number, proposal.in_force_from
    if any((edition.number < number) != (edition.in_force_from < begins) for edition in known):
        found.append(Refusal("number", "out_of_order"))
    before = [edition for edition in in_order(known) if edition.in_force_from < begins]
    after = [edition for edition in in_order(known) if edition.in_force_from > begins]
    if proposal.digest in {edition.digest for edition in (*before[-1:], *after[:1])}:
        found.append(Refusal("", "nothing_new"))
    return found


def faults(text: CodeText, used: Iterable[tuple[str, str]] = ()) -> list[str]:
    """Return the places that are wrong in a source text, as printed numbers (or keys, or "title", "parts").

    Args:
        text: the source text.
        used: (number, key) of every article of every edition before; a number is never given to another article.
    """
    found = [] if text.title.strip() else ["title"]
    if not text.parts:
        found.append("parts")
    found += [part.number or "parts" for part in text.parts if not part.title.strip() or not part.articles]
    owners: dict[str, set[str]] = {}
    for number, key in used:
        owners.setdefault(number, set()).add(key)
    keys, places = list(text.keys()), Counter(_places(text))
    for article in text.articles():
        twice = keys.count(article.key) > 1
        astray = article.state == "moved" and article.moved_to not in keys
        # A pointer keeps the number of the article that has moved away.
        rightful = {article.key, article.moved_to} if article.state == "moved" else {article.key}
        taken = article.number in owners and not owners[article.number] & rightful
        unclear = any(not key or places[key] > 1 for key in _places_of(article))
        if twice or astray or taken or unclear or not _worded(article):
            found.append(article.number or article.key)
    return found


def _places(text: CodeText) -> Iterator[str]:
    for article in text.articles():
        yield from _places_of(article)


def _places_of(article: Article) -> Iterator[str]:
    """Yield the keys of clauses and indents; words of translations and corrigenda find their place by them."""
    for clause in article.clauses:
        yield clause.key
        yield from (indent.key for indent in clause.indents)


def _worded(article: Article) -> bool:
    words = [article.title, *(clause.text for clause in article.clauses)]
    words += [indent.text for clause in article.clauses for indent in clause.indents]
    return bool(article.number and article.clauses) and all(word.strip() for word in words)
