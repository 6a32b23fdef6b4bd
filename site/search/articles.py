"""Articles of the codes in force, as entries. The wording's digest is part of an entry's key, so that a tick sees
without reading texts whether a new day has brought a new wording."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from core.folding import fold
from guidelines.domain.citing import label
from guidelines.domain.text import Article
from guidelines.models import Code
from guidelines.selectors import Wording, edition_in_force, wording_on

from .kinds import ARTICLE
from .models import Entry


def index_codes(*, day: date) -> int:
    """Bring the entries of every code to the wording in force on `day`; return how many codes had changed."""
    return sum(index_code(code, day=day) for code in Code.objects.all())


@transaction.atomic
def index_code(code: Code, *, day: date) -> bool:
    """Bring the entries of one code to the wording in force on `day`; tell whether anything had changed."""
    stored = Entry.objects.filter(kind=ARTICLE, key__startswith=f"{ARTICLE}:{code.pk}:")
    edition = edition_in_force(code_key=code.key, day=day)
    if edition is None:
        return stored.delete()[0] > 0
    authentic = wording_on(edition, edition.language, day)
    prefix = f"{ARTICLE}:{code.pk}:{authentic.digest[:12]}"
    if stored.filter(key__startswith=f"{prefix}:").exists():
        return False
    stored.delete()
    wordings = [wording_on(edition, language, day) for language, _name in settings.LANGUAGES]
    shown = {wording.language: wording for wording in wordings}
    Entry.objects.bulk_create(entry for wording in shown.values() for entry in _entries(code, wording, prefix))
    return True


def _entries(code: Code, wording: Wording, prefix: str) -> Iterator[Entry]:
    with override(wording.language):
        address = reverse("guidelines:code", args=[code.slug])
    for article in wording.text.articles():
        if article.state != "current":
            continue
        title = f"{label(article.number, wording.language)}. {article.title}"
        words = _words(article)
        yield Entry(
            key=f"{prefix}:{article.key}",
            kind=ARTICLE,
            language=wording.language,
            title=title[:255],
            text=words,
            folded_title=fold(title),
            folded_text=fold(words),
            url=f"{address}#{article.key}",
        )


def _words(article: Article) -> str:
    parts = [part for clause in article.clauses for part in (clause.text, *(indent.text for indent in clause.indents))]
    return " ".join(parts)
