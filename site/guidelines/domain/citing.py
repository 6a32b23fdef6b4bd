"""How a lawyer names an article in each language of the site."""

from datetime import date

from .text import Article, CodeText

_SHORT = {"uz": "{number}-modda", "ru": "ст. {number}", "en": "Art. {number}"}
_LONG = {
    "uz": "{code} ({edition}-nashr, {day}dan kuchda), {number}-modda. {title}",
    "ru": "{code} (издание {edition}, действует с {day}), ст. {number} «{title}»",
    "en": "{code} (edition {edition}, in force from {day}), Art. {number}, “{title}”",
}
_MONTHS = {
    "uz": (
        "yanvar",
        "fevral",
        "mart",
        "aprel",
        "may",
        "iyun",
        "iyul",
        "avgust",
        "sentabr",
        "oktabr",
        "noyabr",
        "dekabr",
    ),
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_DAYS = {"uz": "{0.year}-yil {0.day}-{1}", "ru": "{0.day} {1} {0.year} г.", "en": "{0.day} {1} {0.year}"}
#: An unknown language is cited in the authentic one.
_FALLBACK = "uz"


def label(number: str, language: str) -> str:
    """Return the short citation of an article: "25-modda", "ст. 25", "Art. 25"."""
    return _SHORT.get(language, _SHORT[_FALLBACK]).format(number=number)


def day_in_words(day: date, language: str) -> str:
    """Return a date as official papers write it."""
    known = language if language in _DAYS else _FALLBACK
    return _DAYS[known].format(day, _MONTHS[known][day.month - 1])


def full(text: CodeText, article: Article, *, edition: int, in_force_from: date) -> str:
    """Return the full citation of an article of an edition, ready to be copied, in the language of the text."""
    return _LONG.get(text.language, _LONG[_FALLBACK]).format(
        code=text.title,
        edition=edition,
        day=day_in_words(in_force_from, text.language),
        number=article.number,
        title=article.title,
    )
