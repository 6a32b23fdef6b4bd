"""From the drafting table to a frozen text: structure and authentic words from the source page, words of each
translation from its page, matched by block id.
"""

from dataclasses import dataclass
from typing import Any

import nh3
from django.conf import settings
from wagtail.rich_text import expand_db_html

from .domain.text import Article, Clause, CodeText, Indent, Part
from .domain.translation import Gap, gaps, with_words
from .models import EthicsCodePage
from .staleness import stale_slots

_TAGS = {"p", "b", "strong", "i", "em", "ul", "ol", "li", "a", "br"}

NO_PAGE, INCOMPLETE = "no_page", "incomplete"


@dataclass(frozen=True)
class FrozenLanguage:
    """A translation ready to be frozen, or why it is not.

    Attributes:
        language: its code.
        text: the whole text, None when an obstacle stands.
        obstacle: "", NO_PAGE or INCOMPLETE.
        gaps: what is missing, untranslated or stale.
        live: whether the translated page is published. It is no obstacle: wagtail-localize publishes only when its
            transaction ends and may unpublish a page while syncing another one. The moderator is told.
    """

    language: str
    text: CodeText | None
    obstacle: str = ""
    gaps: tuple[Gap, ...] = ()
    live: bool = False


@dataclass(frozen=True)
class Frozen:
    """What an edition published now would consist of."""

    source: CodeText
    translations: tuple[FrozenLanguage, ...]


class NotASourcePage(ValueError):
    """The drafting page in the source language is missing, so there is no authentic text."""


def freeze(page: EthicsCodePage, code_key: str) -> Frozen:
    """Return the text of a drafting table as it stands in the database, in all languages of the site.

    Args:
        page: the drafting page in any language; structure always comes from the source-language page.
        code_key: permanent key of the code.

    Raises:
        NotASourcePage: when the source-language page does not exist.
    """
    source = EthicsCodePage.objects.get(pk=page.source().pk)
    if not source.is_source:
        raise NotASourcePage(code_key)
    text = _source_text(source, code_key)
    others = {
        other.locale.language_code: other
        for other in EthicsCodePage.objects.filter(translation_key=source.translation_key)
        .exclude(pk=source.pk)
        .select_related("locale")
    }
    languages = [language for language, _name in settings.LANGUAGES if language != text.language]
    return Frozen(text, tuple(_language(language, source, text, others.get(language)) for language in languages))


def _language(language: str, source: EthicsCodePage, text: CodeText, page: EthicsCodePage | None) -> FrozenLanguage:
    if page is None:
        return FrozenLanguage(language, None, NO_PAGE)
    words = _words(page)
    missing = gaps(text, words, stale_slots(source, page))
    if missing:
        return FrozenLanguage(language, None, INCOMPLETE, missing, page.live)
    return FrozenLanguage(language, with_words(text, language, words), live=page.live)


def _source_text(page: EthicsCodePage, code_key: str) -> CodeText:
    """Return the authentic text. Articles before the first part stand in a part without key, number and title."""
    parts: list[tuple[dict[str, str], list[Article]]] = []
    for child in page.body:
        if child.block_type == "part":
            parts.append(({name: child.value[name].strip() for name in ("key", "number", "title")}, []))
            continue
        if not parts:
            parts.append(({"key": "", "number": "", "title": ""}, []))
        parts[-1][1].append(_article(child.value))
    return CodeText(
        code=code_key,
        language=page.locale.language_code,
        title=page.title.strip(),
        preamble=_clean(page.preamble),
        issuer=page.issuer.strip(),
        notice=page.notice.strip(),
        parts=tuple(Part(**facts, articles=tuple(articles)) for facts, articles in parts),
    )


def _article(value: Any) -> Article:
    return Article(
        key=value["key"],
        number=value["number"],
        title=value["title"].strip(),
        force=value["force"],
        modalities=tuple(value["modalities"] or ()),
        state=value["state"],
        moved_to=(value["moved_to"] or "") if value["state"] == "moved" else "",
        clauses=tuple(
            Clause(
                clause.id or "",
                clause.value["text"].strip(),
                tuple(Indent(indent.id or "", indent.value.strip()) for indent in _items(clause.value["indents"])),
            )
            for clause in _items(value["clauses"])
        ),
    )


def _words(page: EthicsCodePage) -> dict[str, str]:
    """Return the words of a translated page by slot id. Keys are fields that translators are never offered."""
    words = {
        "title": page.title.strip(),
        "preamble": _clean(page.preamble),
        "issuer": page.issuer.strip(),
        "notice": page.notice.strip(),
    }
    for child in page.body:
        words[f"{child.block_type}:{child.value['key']}"] = child.value["title"].strip()
        if child.block_type == "article":
            for clause in _items(child.value["clauses"]):
                words[clause.id] = clause.value["text"].strip()
                for indent in _items(clause.value["indents"]):
                    words[indent.id] = indent.value.strip()
    return words


def _items(value: Any) -> list[Any]:
    """Return the items of a list block with their permanent ids."""
    return list(value.bound_blocks) if value is not None else []


def _clean(rich_text: str) -> str:
    """Return rich text as HTML that is safe for ever: links resolved, nothing but text markup left."""
    return nh3.clean(
        expand_db_html(rich_text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    ).strip()
