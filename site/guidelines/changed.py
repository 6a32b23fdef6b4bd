"""Whether a cited article has changed since a day (registered with `core.citations`)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from .domain.comparing import changes
from .domain.corrections import Correction, text_on
from .domain.editions import in_force_on
from .domain.text import CodeText
from .models import Corrigendum, Edition
from .selectors import as_correction, frozen_text

#: (code, article, the day since when).
Asked = tuple[str, str, date]


def changed_since(asked: Iterable[Asked]) -> frozenset[Asked]:
    """Return those of the asked articles that read otherwise today than on the day named, or are gone.

    The authentic text in force is compared, with its corrigenda. What was not in force on that day had not been read
    in force, so it cannot have changed. Two queries for each code; texts are parsed once per process.
    """
    by_code: dict[str, set[Asked]] = defaultdict(set)
    for one in asked:
        by_code[one[0]].add(one)
    today = timezone.localdate()
    return frozenset(one for code, wanted in by_code.items() for one in _changed(code, wanted, today))


def _changed(code: str, wanted: set[Asked], today: date) -> Iterable[Asked]:
    editions = list(Edition.objects.filter(code__key=code).defer("payload"))
    corrections: dict[int, list[Correction]] = defaultdict(list)
    for row in Corrigendum.objects.filter(edition__code__key=code):
        corrections[row.edition_id].append(as_correction(row))

    def text(day: date) -> CodeText | None:
        edition = in_force_on(editions, day)
        if edition is None:
            return None
        frozen = frozen_text(edition, edition.language, {edition.language: edition.digest})
        return text_on(frozen, corrections[edition.pk], day)

    now = text(today)
    for day in {since for _code, _article, since in wanted}:
        then = text(day)
        if then is None or now is None:
            continue
        differ = changes(then, now)
        gone = {*differ.changed, *differ.removed}
        yield from (one for one in wanted if one[2] == day and one[1] in gone)
