"""Codes and editions for tests.

`make_edition` writes rows and needs no page; `make_code_page` makes a drafting table in three languages.
"""

import json
from datetime import UTC, date, datetime
from typing import Any

from wagtail.models import Locale

from core.canonical import canonical_json, digest
from guidelines.domain.text import Article, Clause, CodeText, Indent, Part
from guidelines.models import Code, Edition, EditionText, EthicsCodePage, GuidelineIndexPage
from tests.factories.pages import make_home, publish, translate
from tests.factories.quiz_data import block_id

CODE_KEY = "online-practice-code"
WORDS = {"uz": "Matn", "ru": "Текст", "en": "Text"}
#: (key, number, title) of the articles of a small code, in two parts.
PARTS = {
    "general": ("I", [("general.purpose", "1"), ("general.scope", "2")]),
    "starting": ("II", [("consent.online", "3"), ("consent.withdrawal", "3¹"), ("start.location", "4")]),
}
ARTICLE_KEYS = tuple(key for _number, articles in PARTS.values() for key, _printed in articles)


def make_text(language: str = "uz", *, code: str = CODE_KEY, mark: str = "") -> CodeText:
    """Return a small code text of five articles; `mark` makes the wording of another edition."""
    word = WORDS[language]

    def article(key: str, number: str) -> Article:
        indents = (Indent(clause_key(key, "c2a"), f"{word} {key} 2a"),)
        clauses = (
            Clause(clause_key(key, "c1"), f"{word} {key} 1{mark}"),
            Clause(clause_key(key, "c2"), f"{word} {key} 2:", indents),
        )
        modalities = ("chat", "video") if key == "start.location" else ()
        force = "advisory" if key == "general.scope" else "binding"
        return Article(key, number, f"{word} {key}", force, modalities, clauses=clauses)

    parts = tuple(
        Part(key, number, f"{word} {key}", tuple(article(*entry) for entry in articles))
        for key, (number, articles) in PARTS.items()
    )
    return CodeText(code, language, f"{word} kodeks", f"<p>{word} kirish.</p>", "Markaz", f"{word} namuna", parts)


def clause_key(article: str, clause: str) -> str:
    """Return the key of a clause ("c1", "c2") or indent ("c2a") of the small code."""
    return block_id(article, clause)


def make_code(key: str = CODE_KEY) -> Code:
    """Return the identity of a code."""
    return Code.objects.get_or_create(key=key, defaults={"slug": key, "translation_key": block_id("code", key)})[0]


def make_edition(
    number: int = 1,
    *,
    code_key: str = CODE_KEY,
    in_force_from: date = date(2025, 2, 1),
    languages: tuple[str, ...] = ("ru", "en"),
    text: CodeText | None = None,
    **fields: Any,
) -> Edition:
    """Return an edition with its translations, written as rows."""
    mark = f" v{number}" if number > 1 else ""
    source = text or make_text(code=code_key, mark=mark)
    payload = canonical_json(source)
    at = datetime(2025, 1, 10, 9, tzinfo=UTC)
    facts: dict[str, Any] = {
        "act": {"type": "buyruq", "number": f"{number}-son", "date": "2024-12-20", "titles": {"uz": "Tasdiqlash"}},
        "approved_on": date(2024, 12, 20),
        "published_on": date(2025, 1, 10),
        "change_summary": {"uz": "Birinchi nashr", "ru": "Первое издание", "en": "First edition"},
        "created_at": at,
    }
    edition = Edition.objects.create(
        code=make_code(code_key),
        number=number,
        schema=source.schema,
        payload=payload,
        digest=digest(payload),
        in_force_from=in_force_from,
        **{**facts, **fields},
    )
    for language in languages:
        words = canonical_json(make_text(language, code=code_key, mark=mark))
        EditionText.objects.create(
            edition=edition, language=language, payload=words, digest=digest(words), created_at=at
        )
    return edition


def code_body(language: str = "uz", mark: str = "") -> list[dict[str, Any]]:
    """Return raw stream data of a drafting table with the articles of `make_text`."""
    stream: list[dict[str, Any]] = []
    for part in make_text(language, mark=mark).parts:
        value = {"key": part.key, "number": part.number, "title": part.title}
        stream.append({"type": "part", "id": block_id("part", part.key), "value": value})
        stream.extend(_article(article) for article in part.articles)
    return stream


def _article(article: Article) -> dict[str, Any]:
    names = ("key", "number", "title", "force", "state", "moved_to")
    clauses = [
        _item(clause.key, {"text": clause.text, "indents": [_item(entry.key, entry.text) for entry in clause.indents]})
        for clause in article.clauses
    ]
    value = {name: getattr(article, name) for name in names} | {"modalities": list(article.modalities)}
    return {"type": "article", "id": block_id("article", article.key), "value": {**value, "clauses": clauses}}


def _item(key: str, value: Any) -> dict[str, Any]:
    return {"type": "item", "id": key, "value": value}


def page_fields(language: str = "uz", mark: str = "") -> dict[str, Any]:
    """Return the field values of a drafting page in a language."""
    text = make_text(language, mark=mark)
    return {
        "title": text.title,
        "preamble": text.preamble,
        "issuer": text.issuer,
        "notice": text.notice,
        "body": json.dumps(code_body(language, mark)),
    }


def make_code_page(
    slug: str = CODE_KEY, *, languages: tuple[str, ...] = ("ru", "en"), mark: str = ""
) -> EthicsCodePage:
    """Return a live Uzbek drafting table with live, complete translations made by hand."""
    home = make_home()
    index = GuidelineIndexPage.objects.filter(locale=home.locale).first()
    if index is None:
        index = home.add_child(instance=GuidelineIndexPage(title="Kodekslar", slug="guidelines", locale=home.locale))
        publish(index)
        translate(index)
    page = index.add_child(instance=EthicsCodePage(slug=slug, locale=home.locale, **page_fields(mark=mark)))
    publish(page)
    for language in languages:
        copy = page.copy_for_translation(Locale.objects.get(language_code=language))
        rewrite(copy, **page_fields(language, mark))
    return EthicsCodePage.objects.get(pk=page.pk)


def rewrite(page: EthicsCodePage, **values: Any) -> EthicsCodePage:
    """Give a drafting page other values and publish it."""
    for name, value in values.items():
        setattr(page, name, value)
    page.draft_title = page.title
    publish(page)
    return EthicsCodePage.objects.get(pk=page.pk)


def edition_facts(**changes: Any) -> dict[str, Any]:
    """Return what `publish_edition` needs besides page, actor and now: edition 1 of 2025, adopted earlier."""
    facts: dict[str, Any] = {
        "number": 1,
        "act": {"type": "buyruq", "number": "14-son", "date": "2024-12-20", "titles": {"uz": "Tasdiqlash haqida"}},
        "approved_on": date(2024, 12, 20),
        "published_on": date(2025, 1, 10),
        "in_force_from": date(2025, 2, 1),
        "transition_until": None,
        "adopted_earlier": "Sayt yaratilishidan oldin qabul qilingan.",
        "change_summary": {"uz": "Birinchi nashr", "ru": "Первое издание", "en": "First edition"},
    }
    return facts | changes


#: The second edition of the same code, begun in time.
SECOND = {
    "number": 2,
    "approved_on": date(2026, 7, 15),
    "published_on": date(2026, 8, 1),
    "in_force_from": date(2026, 9, 1),
    "transition_until": date(2026, 12, 1),
    "adopted_earlier": "",
    "change_summary": "Ikkinchi nashr",
}
NOW = datetime(2026, 8, 1, 9, tzinfo=UTC)
