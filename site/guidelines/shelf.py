"""The editions of a code on one shelf: where a reader stands among them, and what is to be said about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .domain.editions import FUTURE, SUPERSEDED, Span, coming_after, in_force_on, neighbours, span_of
from .models import Code, Edition
from .wordlist import act_kind


@dataclass(frozen=True)
class Banner:
    """What a reader must know before reading: tone of the notice, words, and where to go instead."""

    tone: str
    text: str
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class Words:
    """Words in the reader's language, or else in another, which `lang` then names."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        """Tell whether there are any words."""
        return bool(self.text)


@dataclass(frozen=True)
class EditionLink:
    """One edition in a list."""

    number: int
    url: str
    in_force_from: date
    ends_on: date | None
    state: str
    summary: Words


@dataclass(frozen=True)
class Facts:
    """What is known of an edition. Days are dates; `languages` are codes, the authentic one first."""

    number: int
    act: str
    act_date: date | None
    act_title: Words
    approved_on: date
    published_on: date
    in_force_from: date
    ends_on: date | None
    transition_until: date | None
    entered_late: Words
    summary: Words
    digest: str
    languages: tuple[str, ...]
    corrigenda: int


@dataclass(frozen=True)
class Shelf:
    """A code and all its editions in the order they come into force."""

    code: Code
    editions: tuple[Edition, ...]

    def url(self) -> str:
        """Return the address of the edition in force."""
        return reverse("guidelines:code", args=[self.code.slug])

    def on(self, day: date) -> Edition | None:
        """Return the edition in force on a day."""
        return in_force_on(self.editions, day)

    def coming(self, day: date) -> Edition | None:
        """Return the next edition after a day."""
        return coming_after(self.editions, day)

    def number(self, number: int) -> Edition | None:
        """Return the edition of a number."""
        return next((edition for edition in self.editions if edition.number == number), None)

    def span(self, edition: Edition) -> Span:
        """Return from when to when an edition is in force."""
        return span_of(edition, self.editions)

    def beside(self, edition: Edition, today: date) -> tuple[EditionLink | None, EditionLink | None]:
        """Return links to the editions before and after."""
        before, after = neighbours(edition, self.editions)
        return (self.link(before, today) if before else None, self.link(after, today) if after else None)

    def link(self, edition: Edition, today: date) -> EditionLink:
        """Return an edition as a line of the list."""
        span = self.span(edition)
        return EditionLink(
            number=edition.number,
            url=reverse("guidelines:edition", args=[self.code.slug, edition.number]),
            in_force_from=edition.in_force_from,
            ends_on=span.ends_on,
            state=span.state(today),
            summary=in_reader_language(edition.change_summary),
        )

    def banner(self, edition: Edition, today: date) -> Banner | None:
        """Return what to say above an edition that is not the one in force today."""
        span = self.span(edition)
        current = self.on(today)
        url, link = (self.url(), _("Read the edition in force today")) if current else ("", "")
        words = {"number": edition.number, "from": _day(span.begins_on), "until": _day(span.ends_on)}
        state = span.state(today)
        if state == FUTURE:
            text = _("Edition %(number)s is not in force yet. It comes into force on %(from)s.") % words
            return Banner("info", text, url, link)
        if state == SUPERSEDED:
            text = _("Edition %(number)s is no longer in force. It was from %(from)s until %(until)s.") % words
            return Banner("warning", text, url, link)
        return None

    def banner_on(self, edition: Edition, day: date, today: date) -> Banner:
        """Return what to say above the text as of a day."""
        words = {"day": _day(day), "number": edition.number}
        if day > today:
            text = (
                _("This is how the code will read on %(day)s by what is published today: edition %(number)s.") % words
            )
        else:
            text = _("This is how the code read on %(day)s: edition %(number)s.") % words
        return Banner("info", text, self.url(), _("Read the edition in force today"))

    def facts(self, edition: Edition, languages: dict[str, str], corrigenda: int) -> Facts:
        """Return what is known of an edition, in the reader's language."""
        act = edition.act
        return Facts(
            number=edition.number,
            act=f"{act_kind(act['type'])} {act['number']}".strip(),
            act_date=date.fromisoformat(act["date"]) if act.get("date") else None,
            act_title=in_reader_language(act.get("titles", {})),
            approved_on=edition.approved_on,
            published_on=edition.published_on,
            in_force_from=edition.in_force_from,
            ends_on=self.span(edition).ends_on,
            transition_until=edition.transition_until,
            entered_late=in_reader_language(edition.adopted_earlier),
            summary=in_reader_language(edition.change_summary),
            digest=edition.digest,
            languages=tuple(languages),
            corrigenda=corrigenda,
        )


def shelf_of(slug: str) -> Shelf | None:
    """Return the code at an address with its editions (one query), or None if nothing was ever published there."""
    rows = Edition.objects.filter(code__slug=slug).select_related("code").defer("payload").order_by("in_force_from")
    editions = tuple(rows)
    return Shelf(editions[0].code, editions) if editions else None


def in_reader_language(words: Mapping[str, str]) -> Words:
    """Return stored words in the reader's language, else in the authentic one or in any there is."""
    language = get_language() or settings.LANGUAGE_CODE
    if words.get(language):
        return Words(words[language])
    for other in (settings.LANGUAGE_CODE, *words):
        if words.get(other):
            return Words(words[other], other)
    return Words("")


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
