"""The transcript of hours on paper. Rendering fetches nothing; fonts come with it."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from accounts.models import User
from certificates.rendering.fetching import DataOnlyFetcher
from certificates.rendering.fonts import faces_css
from learning.transcript import transcript

STYLE = Path(__file__).resolve().parent / "paper.css"


@lru_cache(maxsize=1)
def _kit() -> tuple[CSS, FontConfiguration, DataOnlyFetcher]:
    """Return style and fonts, read once per process."""
    faces, fetcher = FontConfiguration(), DataOnlyFetcher()
    css = CSS(string=f"{faces_css()}\n{STYLE.read_text()}", font_config=faces, url_fetcher=fetcher)
    return css, faces, fetcher


def render_transcript(*, person: User, language: str, day: date) -> bytes:
    """Return the transcript of a person as a PDF, with the day it was made on."""
    css, faces, fetcher = _kit()
    html = render_to_string(
        "dashboard/transcript_paper.html",
        {
            "transcript": transcript(person=person, language=language),
            "name": person.certificate_name_latin or person.get_full_name(),
            "day": day,
            "language": language,
            "address": settings.PUBLIC_URL,
        },
    )
    pdf: bytes = HTML(string=html, url_fetcher=fetcher).write_pdf(stylesheets=[css], font_config=faces)
    return pdf
