"""What stands behind a citation of the code (registered with `core.citations`)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override

from core.citations import CitedArticle

from .domain import citing
from .domain.editions import coming_after, in_force_on, in_order
from .domain.text import CodeText
from .models import Code, Edition, EditionText, EthicsCodePage
from .selectors import load_payload
from .texts import parsed

Pair = tuple[str, str]


@dataclass(frozen=True)
class _Entry:
    """One edition as the resolver needs it; `digest` is of the wording in the asked language, if it exists."""

    pk: int
    slug: str
    number: int
    in_force_from: date
    authentic: str
    authentic_digest: str
    language: str
    digest: str

    def text(self) -> CodeText:
        return parsed(self.digest, partial(load_payload, self.pk, self.language, self.authentic))


def resolve(citations: Iterable[Pair], language: str) -> dict[Pair, CitedArticle]:
    """Return cited articles as they stand today, in a language.

    An article that has moved is shown where it stands now. One that no edition in force has (repealed, coming, or of
    an earlier edition) is shown from the edition that has it, marked as not in force. Unknown ones are left out.
    One query, whatever is asked; texts are parsed once per process.
    """
    wanted: dict[str, list[str]] = defaultdict(list)
    for code, article in citations:
        wanted[code].append(article)
    shelves = _shelves(list(wanted), language)
    today = timezone.localdate()
    found = {}
    with override(language):
        for code, articles in wanted.items():
            for article in articles:
                cited = _cited(code, article, shelves.get(code, []), today)
                if cited is not None:
                    found[code, article] = cited
    return found


def _shelves(codes: list[str], language: str) -> dict[str, list[_Entry]]:
    translated = EditionText.objects.filter(edition=OuterRef("pk"), language=language).values("digest")
    rows = Edition.objects.filter(code__key__in=codes).annotate(translated=Subquery(translated[:1]))
    shelves: dict[str, list[_Entry]] = defaultdict(list)
    for code, pk, slug, number, day, authentic, own, digest in rows.values_list(
        "code__key", "pk", "code__slug", "number", "in_force_from", "language", "digest", "translated"
    ):
        use = (language, digest) if digest else (authentic, own)
        shelves[code].append(_Entry(pk, slug, number, day, authentic, own, *use))
    return shelves


def _cited(code: str, key: str, shelf: list[_Entry], today: date) -> CitedArticle | None:
    now = in_force_on(shelf, today)
    coming = coming_after(shelf, today)
    earlier = [entry for entry in reversed(in_order(shelf)) if entry not in (now, coming)]
    for entry in (now, coming, *earlier):
        text = entry.text() if entry else None
        article = text.follow(key) if text else None
        if entry is None or text is None or article is None:
            continue
        if entry is now:
            url = reverse("guidelines:code", args=[entry.slug])
        else:
            url = reverse("guidelines:edition", args=[entry.slug, entry.number])
        return CitedArticle(
            code=code,
            article=article.key,
            number=article.number,
            title=article.title,
            label=citing.label(article.number, get_language() or settings.LANGUAGE_CODE),
            url=f"{url}#{article.key}",
            in_force=entry is now and article.state == "current",
        )
    return None


def code_choices() -> list[Pair]:
    """Return (key, title) of every code an editor can cite, also of those that have no edition yet."""
    titles = {code.translation_key: (code.key, code.key) for code in Code.objects.order_by("key")}
    pages = EthicsCodePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    for key, slug, title in pages.values_list("translation_key", "slug", "title"):
        titles[key] = (titles[key][0] if key in titles else slug, title)
    return list(titles.values())
