"""How a learner answers each type of question with what the page offers: labels, boxes, fields and buttons."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

from .known import Known, best_way, plain, questions

#: Long enough for any reflection that the course asks for.
NOTE = (
    "Seshanba, 14:05 dan 14:40 gacha, markazning ish chati. Mijoz kelishilgan savolga toʻgʻri javob berdi. Oʻz uyida, "
    "yonida uch yashar qizi, boshqa hech kim yoʻq. Mijoz soʻzi: “Erim ikki oydan beri pul yubormayapti”. 14:15 da "
    "aloqa uzildi, 14:21 da zaxira raqamga qoʻngʻiroq qilindi, u xavfsiz. Ariza chorshanba kuni topshiriladi, keyingi "
    "muloqot payshanba kuni soat 10:00 da chatda boʻladi. Kelishuv mijozga oʻqib berildi va u rozi boʻldi."
)


def answer(page: Page, language: str, *, wrong: bool = False) -> bool:
    """Answer the question on the page; return whether a wrong option was taken.

    Args:
        wrong: take a wrong option on purpose; only questions with options can be answered so, others stay right.
    """
    shown = page.locator("main fieldset.question")
    stem = plain(shown.locator("[id^=stem-]").inner_text())
    known = questions(language)[stem]
    kind = known.facts["type"]
    if kind in ("single", "multiple", "truefalse") and wrong:
        _choose(shown, [not right for right in _right(shown, known)], once=True)
        return True
    ANSWERS[kind](shown, known)
    return False


def _right(shown: Locator, known: Known) -> list[bool]:
    """Tell of each option on the page whether it is right."""
    if known.facts["type"] == "truefalse":  # “true” stands first
        return [known.facts["answer"], not known.facts["answer"]]
    right = {
        plain(known.words["options"][key]["text"])
        for key, facts in known.facts["options"].items()
        if facts.get("correct")
    }
    return [plain(text) in right for text in shown.locator("label.choice").all_inner_texts()]


def _choose(shown: Locator, wished: list[bool], *, once: bool = False) -> None:
    for position in [number for number, wish in enumerate(wished) if wish][: 1 if once else None]:
        shown.locator("label.choice").nth(position).click()


def _options(shown: Locator, known: Known) -> None:
    _choose(shown, _right(shown, known))


def _survey(shown: Locator, known: Known) -> None:
    shown.locator("label.choice").first.click()


def _matching(shown: Locator, known: Known) -> None:
    partners = {plain(pair["text"]): plain(pair["match"]) for pair in known.words["pairs"].values()}
    for row in shown.locator(".pairs__row").all():
        wanted = partners[plain(row.locator("label").inner_text())]
        _select(row.locator("select"), lambda text, wanted=wanted: plain(text.split(".", 1)[-1]) == wanted)


def _ordering(shown: Locator, known: Known) -> None:
    wanted = [plain(known.words["items"][key]) for key in known.facts["items"]]
    steps = shown.locator(".order__step")
    if steps.locator("[data-up]").count():  # with JavaScript: steps are moved up to their places
        for place, words in enumerate(wanted):
            where = [plain(text) for text in steps.locator("label").all_inner_texts()].index(words)
            for _move in range(where - place):
                steps.nth(where).locator("[data-up]").click()
                where -= 1
        if not steps.first.locator("select").input_value():  # nothing had to be moved: there and back
            steps.first.locator("[data-down]").click()
            steps.nth(1).locator("[data-up]").click()
        return
    for step in steps.all():
        step.locator("select").select_option(str(wanted.index(plain(step.locator("label").inner_text())) + 1))


def _numeric(shown: Locator, known: Known) -> None:
    shown.locator("input[inputmode=decimal]").fill(known.facts["answer"])
    if shown.locator("select").count():
        unit = plain(next(iter(known.words["units"].values()))["text"])
        _select(shown.locator("select"), lambda text: plain(text) == unit)


def _text(shown: Locator, known: Known) -> None:
    accepted = next(spelling for spelling in known.facts["accept"].values() if spelling["share"] == "1")
    shown.locator("input[type=text]").fill(accepted["text"])


def _gaps(shown: Locator, known: Known) -> None:
    fields = shown.locator(".gap")
    for number, key in enumerate(re.findall(r"\[\[([\w-]+)\]\]", known.words["text"])):
        gap, field = known.facts["gaps"][key], fields.nth(number)
        if "accept" in gap:
            field.fill(gap["accept"][0])
            continue
        right = next(option for option, facts in gap["options"].items() if facts.get("correct"))
        words = plain(known.words["gaps"][key]["options"][right]["text"])
        _select(field, lambda text, words=words: plain(text) == words)


def _scenario(shown: Locator, known: Known) -> None:
    """Take the best way; each decision is a page of its own."""
    _points, _good, way = best_way(known.facts["situations"], known.facts["start"])
    for situation, decision in way:
        words = plain(known.words["situations"][situation]["decisions"][decision]["text"])
        texts = [plain(text) for text in shown.locator("label.choice").all_inner_texts()]
        shown.locator("label.choice").nth(texts.index(words)).click()
        shown.locator("button[name=decide]").click()


def _reflection(shown: Locator, known: Known) -> None:
    shown.locator("textarea").fill(NOTE)


def _select(box: Locator, is_it: Callable[[str], bool]) -> None:
    """Choose the option whose words are meant."""
    for position, text in enumerate(box.locator("option").all_text_contents()):
        if is_it(text):
            box.select_option(index=position)
            return
    raise AssertionError(box.locator("option").all_text_contents())


ANSWERS: dict[str, Callable[[Locator, Known], Any]] = {
    "single": _options,
    "multiple": _options,
    "truefalse": _options,
    "survey": _survey,
    "matching": _matching,
    "ordering": _ordering,
    "numeric": _numeric,
    "text": _text,
    "gaps": _gaps,
    "scenario": _scenario,
    "reflection": _reflection,
}
