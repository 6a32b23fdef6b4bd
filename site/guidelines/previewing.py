"""What publishing an edition now would freeze, for the eyes of a moderator. Writes nothing."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.canonical import canonical_json
from core.canonical import digest as digest_of

from .domain.comparing import changes
from .domain.editions import in_force_on, in_order
from .domain.publishing import faults
from .domain.text import CodeText
from .domain.translation import MISSING, SAME, STALE, Gap
from .freezing import NO_PAGE, Frozen, FrozenLanguage, freeze
from .models import Code, Edition, EthicsCodePage
from .refusals import in_words, wrong_places
from .selectors import editions_of, frozen_text

_REASONS = {
    MISSING: gettext_lazy("no words"),
    SAME: gettext_lazy("still in Uzbek"),
    STALE: gettext_lazy("translated from older Uzbek words"),
}
_FIELDS = {
    "title": gettext_lazy("Title"),
    "preamble": gettext_lazy("Preamble"),
    "issuer": gettext_lazy("Issuer"),
    "notice": gettext_lazy("Notice to readers"),
}
#: A moderator is told this many places of a language; the rest is counted.
_NAMED = 60


@dataclass(frozen=True)
class LanguageLine:
    """One language: whether it will be frozen, and if not, why and where."""

    name: str
    complete: bool
    words: str
    places: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class Preview:
    """What would be frozen.

    Attributes:
        digest: of the authentic text.
        articles: how many there are.
        obstacles: what keeps the authentic text from being published, in words.
        languages: the translations.
        against: number of the edition compared with, None when there is none.
        added, removed, changed: articles as "number. title".
        unapproved: whether newer changes wait on the drafting table that will not be part of it.
        next_number: the number the edition would usually get.
    """

    digest: str
    articles: int
    obstacles: tuple[str, ...]
    languages: tuple[LanguageLine, ...]
    against: int | None
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    unapproved: bool
    next_number: int


def preview(page: EthicsCodePage, day: date) -> Preview:
    """Return what an edition published on a day would consist of.

    Raises:
        guidelines.freezing.NotASourcePage: when there is no page in the source language.
    """
    source = page.source()
    code = Code.objects.filter(translation_key=source.translation_key).first()
    frozen = freeze(page, code.key if code else source.slug)
    editions = editions_of(code) if code else []
    before = in_force_on(editions, day) or (in_order(editions)[-1] if editions else None)
    old = frozen_text(before, before.language) if before else None
    found = changes(old or CodeText(frozen.source.code, frozen.source.language, ""), frozen.source)
    return Preview(
        digest=digest_of(canonical_json(frozen.source)),
        articles=len(frozen.source.keys()),
        obstacles=_obstacles(source, frozen, editions),
        languages=tuple(_line(entry) for entry in frozen.translations),
        against=before.number if before else None,
        added=_named(frozen.source, found.added),
        removed=_named(old, found.removed),
        changed=_named(frozen.source, found.changed),
        unapproved=source.has_unpublished_changes,
        next_number=max((edition.number for edition in editions), default=0) + 1,
    )


def _obstacles(source: EthicsCodePage, frozen: Frozen, editions: list[Edition]) -> tuple[str, ...]:
    texts = [frozen_text(edition, edition.language) for edition in editions]
    places = faults(frozen.source, [(article.number, article.key) for text in texts for article in text.articles()])
    found = [] if source.live else [in_words("not_approved")]
    return (*found, *([wrong_places(places)] if places else []))


def _line(entry: FrozenLanguage) -> LanguageLine:
    name = str(dict(settings.LANGUAGES)[entry.language])
    if entry.text is not None:
        words = (
            _("complete, will be frozen")
            if entry.live
            else _("complete, will be frozen, but its page is not published")
        )
        return LanguageLine(name, True, words, (), 0)
    if entry.obstacle == NO_PAGE:
        words = _("there is no page in this language; readers will get the Uzbek text")
    else:
        words = _("not complete; readers will get the Uzbek text")
    places = tuple(_place(gap) for gap in entry.gaps)
    return LanguageLine(name, False, words, places[:_NAMED], max(len(places) - _NAMED, 0))


def _place(gap: Gap) -> str:
    where = gap.place or str(_FIELDS.get(gap.slot, gap.slot))
    key = f" ({gap.article})" if gap.article else ""
    return f"{where}{key}: {_REASONS[gap.reason]}"


def _named(text: CodeText | None, keys: tuple[str, ...]) -> tuple[str, ...]:
    if text is None:
        return ()
    articles = {article.key: article for article in text.articles()}
    return tuple(f"{articles[key].number}. {articles[key].title}" for key in keys)
