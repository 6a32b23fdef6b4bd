"""The sentences of a paper in its three languages, written as papers in Uzbekistan write them.

Papers are frozen in form as well as in facts, so their words are code of the template and not entries of the site's
translation catalogues, which change. Names of people and titles stand in no grammatical case: they are alone on their
line or between quotation marks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from .facts import EditionSeen, Facts, Result

UZ_MONTHS = (
    "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr",
)  # fmt: skip
RU_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip
EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


#: What is printed across every paper that is only a sample, in whatever language.
SAMPLE = "NAMUNA"


def uz_day(day: date) -> str:
    """2026-yil 9-noyabr."""
    return f"{day.year}-yil {day.day}-{UZ_MONTHS[day.month - 1]}"


def ru_day(day: date) -> str:
    """9 ноября 2026 года."""
    return f"{day.day} {RU_MONTHS[day.month - 1]} {day.year} года"


def en_day(day: date) -> str:
    """9 November 2026."""
    return f"{day.day} {EN_MONTHS[day.month - 1]} {day.year}"


def uz_period(start: date, end: date) -> str:
    """2026-yil 12-oktabrdan 6-noyabrgacha; one day: 2026-yil 12-oktabrda.

    The endings -dan, -gacha and -da are the same after all twelve months: none ends in k or q, after which -gacha
    would become -kacha or -qacha.
    """
    if start == end:
        return f"{uz_day(start)}da"
    last = f"{end.day}-{UZ_MONTHS[end.month - 1]}" if start.year == end.year else uz_day(end)
    return f"{uz_day(start)}dan {last}gacha"


def ru_period(start: date, end: date) -> str:
    """с 12 октября по 6 ноября 2026 года; one day: 12 октября 2026 года."""
    if start == end:
        return ru_day(start)
    first = f"{start.day}"
    if (start.month, start.year) != (end.month, end.year):
        first = f"{start.day} {RU_MONTHS[start.month - 1]}" if start.year == end.year else ru_day(start)
    preposition = "со" if start.day == 2 else "с"
    return f"{preposition} {first} по {ru_day(end)}"


def en_period(start: date, end: date) -> str:
    """from 12 October to 6 November 2026; one day: on 12 October 2026."""
    if start == end:
        return f"on {en_day(start)}"
    first = f"{start.day}"
    if (start.month, start.year) != (end.month, end.year):
        first = f"{start.day} {EN_MONTHS[start.month - 1]}" if start.year == end.year else en_day(start)
    return f"from {first} to {en_day(end)}"


def ru_count(number: int, one: str, few: str, many: str) -> str:
    """1 балл, 2 балла, 5 баллов, 11 баллов, 21 балл."""
    if number % 10 == 1 and number % 100 != 11:
        word = one
    elif number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        word = few
    else:
        word = many
    return f"{number} {word}"


def en_ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@dataclass(frozen=True)
class Words:
    """What the paper of one language says; the functions make a sentence of a fact.

    `heading` is what stands over the great word, the word, and what stands under it.
    """

    heading: tuple[str, str, str]
    holder: str
    statement: Callable[[Facts], str]
    result: Callable[[Result], str]
    edition: Callable[[EditionSeen, str], str]
    form: Mapping[str, str]
    day: Callable[[date], str]
    validity: Callable[[date | None], str]
    registration: str
    duplicate: Callable[[str], str]
    posts: Mapping[str, str]
    seal: str
    check: str
    copy: str
    sample_note: str


def _uz_statement(facts: Facts) -> str:
    return (
        f"{uz_period(facts.started_on, facts.completed_on)} “{facts.title['uz']}” dasturi boʻyicha "
        f"{facts.hours} akademik soat hajmida malaka oshirdi."
    )


def _ru_statement(facts: Facts) -> str:
    hours = ru_count(facts.hours, "академический час", "академических часа", "академических часов")
    period = ru_period(facts.started_on, facts.completed_on)
    return f"Период обучения: {period}. Программа: «{facts.title['ru']}». Объём: {hours}."


def _en_statement(facts: Facts) -> str:
    hours = "1 academic hour" if facts.hours == 1 else f"{facts.hours} academic hours"
    period = en_period(facts.started_on, facts.completed_on)
    return f"completed, {period}, the programme “{facts.title['en']}” ({hours})."


WORDS: Mapping[str, Words] = {
    "uz": Words(
        heading=("MALAKA OSHIRGANLIK TOʻGʻRISIDA", "SERTIFIKAT", ""),
        holder="Tinglovchi",
        statement=_uz_statement,
        result=lambda result: f"Yakuniy nazoratda {result.maximum} balldan {result.points} ball toʻpladi.",
        edition=lambda seen, title: f"{title} ({seen.number}-nashr) bilan tanishganligi tasdiqlangan.",
        form={"distance": "Taʼlim shakli: masofaviy."},
        day=uz_day,
        validity=lambda day: f"Amal qilish muddati: {uz_day(day)}gacha (shu kun ham)" if day else "Muddatsiz",
        registration="Qayd raqami",
        duplicate=lambda number: f"DUBLIKAT · {number} oʻrniga berilgan",
        posts={"director": "Direktor", "secretary": "Kotib"},
        seal="M.Oʻ.",
        check="Haqiqiyligini tekshirish",
        copy="",
        sample_note="Namuna: yuridik kuchga ega emas",
    ),
    "ru": Words(
        heading=("", "СЕРТИФИКАТ", "О ПОВЫШЕНИИ КВАЛИФИКАЦИИ"),
        holder="Слушатель",
        statement=_ru_statement,
        result=lambda result: (
            f"Итоговый контроль: {ru_count(result.points, 'балл', 'балла', 'баллов')} из {result.maximum}."
        ),
        edition=lambda seen, title: f"Ознакомление подтверждено: {title} ({seen.number}-е издание).",
        form={"distance": "Форма обучения: дистанционная."},
        day=ru_day,
        validity=lambda day: f"Действителен по {ru_day(day)} включительно" if day else "Бессрочный",
        registration="Регистрационный номер",
        duplicate=lambda number: f"ДУБЛИКАТ · выдан взамен {number}",
        posts={"director": "Директор", "secretary": "Секретарь"},
        seal="М.П.",
        check="Проверка подлинности",
        copy="Перевод; преимущественную силу имеет узбекский текст",
        sample_note="Образец: не имеет юридической силы",
    ),
    "en": Words(
        heading=("", "CERTIFICATE", "OF PROFESSIONAL DEVELOPMENT"),
        holder="This certifies that",
        statement=_en_statement,
        result=lambda result: (
            f"Passed the final assessment with {result.points} "
            f"{'point' if result.points == 1 else 'points'} out of {result.maximum}."
        ),
        edition=lambda seen, title: f"Acknowledged: {title}, {en_ordinal(seen.number)} edition.",
        form={"distance": "Form of study: distance."},
        day=en_day,
        validity=lambda day: f"Valid through {en_day(day)}" if day else "Valid without limit of time",
        registration="Registration no.",
        duplicate=lambda number: f"DUPLICATE · issued in place of {number}",
        posts={"director": "Director", "secretary": "Secretary"},
        seal="Seal",
        check="Verify",
        copy="Translation; the Uzbek text prevails",
        sample_note="Sample: of no legal force",
    ),
}
