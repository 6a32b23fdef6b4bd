"""Keeping entries in step with what can be read."""

from datetime import date

from django.db import transaction
from wagtail.models import Page

from core.folding import fold

from .articles import index_codes
from .kinds import kind_of, page_models
from .models import Entry
from .texts import text_of


def index_page(page: Page) -> None:
    """Store how a live page is found now, or forget it. Safe to repeat. `page` is specific."""
    kind = kind_of(page)
    url = page.get_url() if kind and page.live else None
    if not url:
        forget_page(page)
        return
    words = text_of(page)
    Entry.objects.update_or_create(
        key=_key(page),
        language=page.locale.language_code,
        defaults={
            "kind": kind,
            "title": page.title[:255],
            "text": words,
            "folded_title": fold(page.title),
            "folded_text": fold(words),
            "url": url[:400],
        },
    )


def forget_page(page: Page) -> None:
    """A page that nobody can read is not found."""
    Entry.objects.filter(key=_key(page), language=page.locale.language_code).delete()


def index_below(page: Page) -> None:
    """Store anew a page and everything below it, whose addresses have changed with its own."""
    for below in Page.objects.descendant_of(page, inclusive=True).live().specific():
        index_page(below)


@transaction.atomic
def rebuild(*, day: date) -> int:
    """Make all entries anew; return how many there are."""
    Entry.objects.all().delete()
    for model in page_models():
        for page in model.objects.live().select_related("locale").iterator(chunk_size=50):
            index_page(page)
    index_codes(day=day)
    return Entry.objects.count()


def _key(page: Page) -> str:
    return f"page:{page.translation_key}"
