"""Finding entries: every word of the query must occur; hits in titles come first."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from core.folding import fold

from .domain.excerpt import Piece, excerpt
from .domain.query import LONGEST, words_of
from .models import Entry


@dataclass(frozen=True)
class Hit:
    """One result, ready to show."""

    kind: str
    title: tuple[Piece, ...]
    url: str
    language: str
    excerpt: tuple[Piece, ...]


def wanted_words(query: str) -> tuple[str, ...]:
    """Return what to look for: the query's words, brought to one spelling."""
    return words_of(fold(query[:LONGEST]))


def find(wanted: Sequence[str], language: str) -> QuerySet[Entry]:
    """Return matching entries in `language`, or in every other language when it has none."""
    matching = _matching(wanted)
    here = matching.filter(language=language)
    return here if here.exists() else matching


def hit(entry: Entry, wanted: Sequence[str]) -> Hit:
    """Return an entry as a result, the found words marked."""
    return Hit(
        kind=entry.kind,
        title=excerpt(entry.title, wanted, fold),
        url=entry.url,
        language=entry.language,
        excerpt=excerpt(entry.text, wanted, fold),
    )


def _matching(wanted: Sequence[str]) -> QuerySet[Entry]:
    if not wanted:
        return Entry.objects.none()
    anywhere, in_title = Q(), Q()
    for word in wanted:
        anywhere &= Q(folded_title__contains=word) | Q(folded_text__contains=word)
        in_title &= Q(folded_title__contains=word)
    titled = Case(When(in_title, then=Value(True)), default=Value(False), output_field=BooleanField())
    return Entry.objects.filter(anywhere).annotate(titled=titled).order_by("-titled", "folded_title", "pk")
