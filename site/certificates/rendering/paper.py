"""One paper: facts, name and code in, PDF bytes out. The same input gives the same bytes, here and later."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import segno
from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from certificates.domain import codes, numbers
from certificates.domain.facts import Facts
from certificates.domain.words import SAMPLE, WORDS, Words

from . import fonts, underlay
from .fetching import DataOnlyFetcher

#: The languages of a certificate. The first is the certificate; the others are marked copies.
LANGUAGES = ("uz", "ru", "en")
#: Where the QR code stands, in millimetres from the upper left corner of the sheet (paper.css leaves the place free).
QR_LEFT, QR_TOP, QR_SIZE = 241.0, 160.0, 25.0
# From how many signs on a text is set smaller, so that it keeps to its place.
_LONG_ISSUER, _LONG_STATEMENT = 130, 190


@dataclass(frozen=True)
class Holder:
    """The name as its holder confirmed it; `cyrillic` may be empty."""

    latin: str
    cyrillic: str = ""

    def in_language(self, language: str) -> str:
        """Return the spelling for a paper: Cyrillic on the Russian one, if there is one."""
        return self.cyrillic if language == "ru" and self.cyrillic else self.latin


class _Kit:
    """What costs time and is the same for every paper: fonts, style sheet, fetcher."""

    def __init__(self) -> None:
        self.fetcher = DataOnlyFetcher()
        self.faces = FontConfiguration()
        style = (Path(__file__).parent / "paper.css").read_text(encoding="utf-8")
        self.css = CSS(string=f"{fonts.faces_css()}\n{style}", font_config=self.faces, url_fetcher=self.fetcher)


@lru_cache(maxsize=1)
def _kit() -> _Kit:
    return _Kit()


def render(*, facts: Facts, holder: Holder, code: str, language: str) -> bytes:
    """Return the paper as PDF (written as PDF/UA-1: tagged, with title and language).

    Raises:
        KeyError: for a language without words.
        LetterWithoutGlyph: if a letter of it cannot be drawn.
    """
    paper = content(facts=facts, holder=holder, code=code, language=language)
    fonts.check_letters(_texts(paper))
    html = render_to_string("certificates/paper.html", {"paper": paper, "language": language})
    kit = _kit()
    identifier = hashlib.sha256(f"{code}:{language}".encode()).digest()[:16]
    pdf: bytes = HTML(string=html, url_fetcher=kit.fetcher).write_pdf(
        stylesheets=[kit.css],
        font_config=kit.faces,
        finisher=underlay.finisher(_qr(verify_url(facts, code))),
        pdf_identifier=identifier,
        pdf_variant="pdf/ua-1",
    )
    return pdf


def verify_url(facts: Facts, code: str) -> str:
    """Return the address in the QR code."""
    return f"{facts.verify_at}{code}/"


def content(*, facts: Facts, holder: Holder, code: str, language: str) -> dict[str, Any]:
    """Return the texts of a paper by the place where they stand in its template."""
    words = WORDS[language]
    number = numbers.printed(facts.series, facts.number)
    name = holder.in_language(language)
    statement = words.statement(facts)
    signs = codes.grouped(code)
    duplicate = words.duplicate(facts.duplicate_of) if facts.duplicate_of else ""
    return {
        "document_title": f"{' '.join(filter(None, words.heading))} {number}",
        "created": facts.issued_on.isoformat(),
        "issuer": facts.issuer[language],
        "issuer_is_long": len(facts.issuer[language]) > _LONG_ISSUER,
        "over": words.heading[0],
        "heading": words.heading[1],
        "under": words.heading[2],
        "number": number,
        "registration": f"{words.registration} {facts.registration}",
        "extra": " · ".join(filter(None, (duplicate, words.copy))),
        "holder": words.holder,
        "name": name,
        "name_language": "uz" if language != "uz" and name == holder.latin else "",
        "name_size": fonts.points_to_fit(name, width=205 * underlay.MILLIMETRE, largest=33),
        "statement": statement,
        "statement_is_long": len(statement) > _LONG_STATEMENT,
        "study": _study(facts, words, language),
        "place_and_day": f"{facts.place[language]}, {words.day(facts.issued_on)}",
        "validity": words.validity(facts.valid_until),
        "signatures": "\n".join(f"{words.posts[entry.post]}\t{entry.name}" for entry in facts.signatories),
        "seal": words.seal,
        "check": f"{words.check}\n{facts.verify_at.split('://', 1)[-1].rstrip('/')}",
        "code_lines": f"{signs[:20]}\n{signs[20:]}",
        "sample": SAMPLE if facts.is_sample else "",
        "edge": " · ".join(text for text in (words.sample_note if facts.is_sample else "", facts.template) if text),
    }


def _qr(url: str) -> str:
    """Return the QR code as PDF operators. A fixed mask spares trying all eight; any reader reads each of them."""
    code = segno.make(url, error="m", micro=False, boost_error=False, mask=4)
    return underlay.modules(code.matrix, left=QR_LEFT, top=QR_TOP, size=QR_SIZE)


def _study(facts: Facts, words: Words, language: str) -> str:
    """Return how it was taught and how it ended, and on a line of its own the edition acknowledged."""
    parts = [words.form[facts.form]]
    if facts.result is not None:
        parts.append(words.result(facts.result))
    if facts.edition is None:
        return " ".join(parts)
    return f"{' '.join(parts)}\n{words.edition(facts.edition, facts.edition.titles[language])}"


def _texts(paper: dict[str, Any]) -> list[str]:
    """Return every text that is drawn; line ends and tabs are no letters."""
    return [" ".join(value.split()) for value in paper.values() if isinstance(value, str)]
