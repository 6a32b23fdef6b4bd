"""Sentences read as papers in Uzbekistan are written; every month stands in its right form."""

from dataclasses import replace
from datetime import date

import pytest

from certificates.domain import words
from certificates.domain.words import WORDS
from tests.factories.certificates import make_facts

UZ = words.UZ_MONTHS
RU = words.RU_MONTHS
EN = words.EN_MONTHS


def test_the_months_are_twelve_and_spelled_as_in_the_standard() -> None:
    assert [len(months) for months in (UZ, RU, EN)] == [12, 12, 12]
    assert (UZ[0], UZ[8], UZ[9]) == ("yanvar", "sentabr", "oktabr")
    assert (RU[2], RU[4], RU[7]) == ("марта", "мая", "августа")
    assert not [name for name in UZ if name[-1] in "kqgğ"]


@pytest.mark.parametrize("month", range(1, 13))
def test_each_uzbek_month_takes_dan_and_gacha(month: int) -> None:
    name = UZ[month - 1]
    assert words.uz_period(date(2026, month, 3), date(2026, month, 20)) == f"2026-yil 3-{name}dan 20-{name}gacha"
    assert words.uz_period(date(2026, month, 3), date(2026, month, 3)) == f"2026-yil 3-{name}da"


@pytest.mark.parametrize("month", range(1, 13))
def test_each_russian_and_english_month_stands_in_its_form(month: int) -> None:
    assert words.ru_day(date(2026, month, 9)) == f"9 {RU[month - 1]} 2026 года"
    assert words.en_day(date(2026, month, 9)) == f"9 {EN[month - 1]} 2026"


@pytest.mark.parametrize(
    ("start", "end", "uz", "ru", "en"),
    [
        (
            date(2026, 10, 12),
            date(2026, 11, 6),
            "2026-yil 12-oktabrdan 6-noyabrgacha",
            "с 12 октября по 6 ноября 2026 года",
            "from 12 October to 6 November 2026",
        ),
        (
            date(2026, 12, 2),
            date(2027, 1, 6),
            "2026-yil 2-dekabrdan 2027-yil 6-yanvargacha",
            "со 2 декабря 2026 года по 6 января 2027 года",
            "from 2 December 2026 to 6 January 2027",
        ),
        (
            date(2026, 5, 5),
            date(2026, 5, 20),
            "2026-yil 5-maydan 20-maygacha",
            "с 5 по 20 мая 2026 года",
            "from 5 to 20 May 2026",
        ),
        (date(2026, 5, 5), date(2026, 5, 5), "2026-yil 5-mayda", "5 мая 2026 года", "on 5 May 2026"),
    ],
)
def test_a_period_names_no_year_or_month_twice(start: date, end: date, uz: str, ru: str, en: str) -> None:
    assert words.uz_period(start, end) == uz
    assert words.ru_period(start, end) == ru
    assert words.en_period(start, end) == en


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 балл"), (2, "2 балла"), (5, "5 баллов"), (11, "11 баллов"), (14, "14 баллов"), (21, "21 балл"),
     (86, "86 баллов"), (100, "100 баллов"), (102, "102 балла"), (112, "112 баллов")],
)  # fmt: skip
def test_russian_counts_agree(number: int, text: str) -> None:
    assert words.ru_count(number, "балл", "балла", "баллов") == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_english_ordinals(number: int, text: str) -> None:
    assert words.en_ordinal(number) == text


def test_statements_read_as_in_the_samples() -> None:
    facts = make_facts()
    assert WORDS["uz"].statement(facts) == (
        "2026-yil 12-oktabrdan 6-noyabrgacha “Onlayn amaliyotda axloq, rozilik va maxfiylik” dasturi boʻyicha "
        "144 akademik soat hajmida malaka oshirdi."
    )
    assert WORDS["ru"].statement(facts) == (
        "Период обучения: с 12 октября по 6 ноября 2026 года. "
        "Программа: «Этика, согласие и конфиденциальность в онлайн-практике». Объём: 144 академических часа."
    )
    assert WORDS["en"].statement(facts) == (
        "completed, from 12 October to 6 November 2026, the programme “Ethics, consent and confidentiality online” "
        "(144 academic hours)."
    )
    assert WORDS["en"].statement(replace(facts, hours=1)).endswith("(1 academic hour).")


def test_results_editions_and_validity_read_as_in_the_samples() -> None:
    facts = make_facts()
    assert facts.result and facts.edition
    assert WORDS["uz"].result(facts.result) == "Yakuniy nazoratda 100 balldan 86 ball toʻpladi."
    assert WORDS["ru"].result(facts.result) == "Итоговый контроль: 86 баллов из 100."
    assert WORDS["en"].result(facts.result) == "Passed the final assessment with 86 points out of 100."
    assert WORDS["uz"].edition(facts.edition, "Kodeks") == "Kodeks (2-nashr) bilan tanishganligi tasdiqlangan."
    assert WORDS["uz"].validity(date(2029, 11, 8)) == "Amal qilish muddati: 2029-yil 8-noyabrgacha (shu kun ham)"
    assert WORDS["ru"].validity(date(2029, 11, 8)) == "Действителен по 8 ноября 2029 года включительно"
    assert WORDS["en"].validity(date(2029, 11, 8)) == "Valid through 8 November 2029"
    assert WORDS["uz"].validity(None) == "Muddatsiz"


def test_uzbek_words_use_the_right_signs_for_o_and_tutuq() -> None:
    text = " ".join(str(value) for value in vars(WORDS["uz"]).values()) + WORDS["uz"].statement(make_facts())
    assert not set(text) & set("‘’`´") - set("<>'")
    assert "Oʻ" in WORDS["uz"].seal
