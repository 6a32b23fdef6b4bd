"""Questions of a page as they go into a file: structure of the source page, words of the page itself."""

import re
from html import escape, unescape
from typing import Any

from wagtail.images import get_image_model
from wagtail.rich_text import expand_db_html

from quizzes.blocks.facts import tags
from quizzes.domain.kinds.gaps import TEXT
from quizzes.interchange.cleaning import clean_html
from quizzes.interchange.model import Exchanged, Picture
from quizzes.interchange.pictures import picture_of
from quizzes.reading.pages import DRAW, SECTION, question_of
from quizzes.reading.part_words import part_words

_EMBED = re.compile(r"<embed\b[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def exchanged_of(page: Any) -> list[Exchanged]:
    """Return the questions that stand on a page itself; what a draw takes stands in its bank."""
    own = {child.id: child for child in page.questions}
    return [
        _exchanged(child, own.get(child.id, child))
        for child in page.source().questions
        if child.block_type not in (SECTION, DRAW)
    ]


def _exchanged(child: Any, worded: Any) -> Exchanged:
    question = question_of(child)
    pictures: dict[str, Picture] = {}
    texts = {
        name: _html(worded.value[name].source or child.value[name].source, pictures) for name in ("stem", "feedback")
    }
    originals, own = part_words(child.block_type, child.value), part_words(worded.block_type, worded.value)
    parts = {}
    for key in question.kind.parts:
        text, note = originals.get(key, ("", ""))
        own_text, own_note = own.get(key, ("", ""))
        parts[key] = (own_text or text, own_note or note)
    if TEXT in parts and question.type == "gaps":
        parts[TEXT] = (clean_html(parts[TEXT][0])[0], "")
    return Exchanged(
        question=question,
        stem=texts["stem"],
        feedback=texts["feedback"],
        parts=parts,
        pictures=tuple(pictures.values()),
        tags=tuple(sorted(tags(child.value["tags"]))),
    )


def _html(source: str, pictures: dict[str, Picture]) -> str:
    """Return text in Wagtail's database form as clean HTML; its images are put into `pictures`."""

    def image(found: re.Match[str]) -> str:
        given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found[0])}
        picture = _picture(given.get("id", "")) if given.get("embedtype") == "image" else None
        if picture is None:
            return ""
        pictures.setdefault(picture.name, picture)
        return f'<p><img src="{picture.name}" alt="{escape(given.get("alt", ""))}"></p>'

    expanded = expand_db_html(_EMBED.sub(image, source or ""))
    return clean_html(expanded, lambda name: name if name in pictures else None)[0]


def _picture(key: str) -> Picture | None:
    image = get_image_model().objects.filter(pk=key).first() if key.isdigit() else None
    if image is None:
        return None
    try:
        with image.open_file() as file:
            return picture_of(file.read())
    except OSError:
        return None
