"""Figures of statistics as people read them."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.domain.language_bias import Comparison
from reports.domain.statistics_of import Item

NOTHING = "—"
SURE = 1.96

TYPES = {
    "single": gettext_lazy("One right answer"),
    "multiple": gettext_lazy("Several right answers"),
    "truefalse": gettext_lazy("True or false"),
    "matching": gettext_lazy("Matching"),
    "ordering": gettext_lazy("Ordering"),
    "numeric": gettext_lazy("Number"),
    "text": gettext_lazy("Short text"),
    "gaps": gettext_lazy("Gaps in a text"),
    "scenario": gettext_lazy("Case"),
    "reflection": gettext_lazy("Reflection"),
    "survey": gettext_lazy("Survey"),
}


def percent(share: float | None) -> str:
    """Return a share from 0 to 1 as "63 %", "—" for none."""
    return NOTHING if share is None else f"{round(share * 100)} %"


def points(difference: float | None) -> str:
    """Return a difference of shares in percentage points with its sign, like "−12"."""
    if difference is None:
        return NOTHING
    whole = round(difference * 100)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole else "0"


def decimal(value: float | None) -> str:
    """Return a coefficient with two decimals in the reader's way of writing numbers."""
    return NOTHING if value is None else str(number_format(round(value, 2), decimal_pos=2)).replace("-", "−")


def within(value: str, half: str) -> str:
    """Return a value with its standard error, "0.42 ± 0.05" or "58 ± 3 %"; without one the value alone."""
    return value if NOTHING in (value, half) else f"{value.removesuffix(' %')} ± {half}"


def seconds(value: float | None) -> str:
    """Return seconds as "48 s", from a minute on as "1:05"."""
    if value is None:
        return NOTHING
    minutes, rest = divmod(round(value), 60)
    return f"{minutes}:{rest:02}" if minutes else _("%(seconds)s s") % {"seconds": rest}


def language_name(code: str) -> str:
    """Return the name of a language in the reader's language."""
    return str(dict(settings.LANGUAGES).get(code, code))


def chance(probability: float) -> str:
    """Return the probability of a difference by chance: "< 0.01", or with two decimals."""
    return f"< {decimal(0.01)}" if probability < 0.01 else decimal(probability)


def fault_in_a_word(suspect: Comparison, languages: Iterable[str]) -> str:
    """Return the flag of a probable fault of translation: which language stands apart from which."""
    others = ", ".join(language_name(code) for code in languages if code != suspect.language)
    names = {"language": language_name(suspect.language), "others": others}
    return _("Probable translation fault: %(language)s ↔ %(others)s") % names


def fault_explained(suspect: Comparison) -> str:
    """Return what makes a question suspect, in a sentence."""
    facts = {
        "language": language_name(suspect.language),
        "here": percent(suspect.facility),
        "elsewhere": percent(suspect.elsewhere),
        "difference": points(suspect.difference),
        "chance": chance(suspect.probability),
    }
    if suspect.what == "facility":
        return (
            _(
                "%(language)s: %(here)s of the points; other languages: %(elsewhere)s. Among people who did equally "
                "well on the rest the difference is %(difference)s percentage points; the probability that chance "
                "alone made it: %(chance)s."
            )
            % facts
        )
    facts["difference"] = decimal(suspect.difference)
    return (
        _(
            "%(language)s: the question tells strong learners from weak ones otherwise than in the other languages "
            "(difference of the discriminations: %(difference)s; probability by chance: %(chance)s)."
        )
        % facts
    )


def flags_of(item: Item) -> list[tuple[str, str]]:
    """Return what to tell of a question in words, each with the ending of its badge's class."""
    flags = []
    if item.suspect is not None:
        flags.append(("fail", fault_in_a_word(item.suspect, (line.language for line in item.languages))))
    if item.reversed:
        flags.append(("fail", _("Strong learners get it wrong more often: check the key")))
    if item.figures.few:
        flags.append(("warn", _("Too few answers: read with care")))
    return flags
