"""How people of the demo answer: right, or with the mistakes that people make."""

from collections.abc import Mapping
from functools import singledispatch

from quizzes.domain.answers import Answer
from quizzes.domain.kinds import (
    Choice,
    Gaps,
    Kind,
    Matching,
    Numeric,
    Ordering,
    Reflection,
    Scenario,
    Statement,
    Survey,
)
from quizzes.domain.spec import Question

#: A note as a learner of the demo writes it anew, in the languages the demo's people learn in.
NOTES = {
    "uz": (
        "Seshanba, 14:05–14:40, markazning ish chati. Mijoz kelishilgan savolga toʻgʻri javob berdi. Oʻz "
        "uyida, yonida uch yashar qizi. Mijoz: “Erim ikki oydan beri pul yubormayapti, unimiz juma kunigacha "
        "yetadi”. 14:15 da aloqa uzildi, 14:21 da zaxira raqamga qoʻngʻiroq qilindi: xavfsiz, davom etishini "
        "aytdi. Oziq-ovqat kam qolgani uchun moddiy yordamga ariza chorshanba kuni topshiriladi. Keyingi "
        "muloqot payshanba, soat 10:00, chat."
    ),
    "ru": (
        "Вторник, 14:05–14:40, рабочий чат центра. На условленный вопрос клиентка ответила верно. Она дома, "
        "рядом трёхлетняя дочь, больше никого. Её слова: «Муж два месяца не присылает денег, муки хватит до "
        "пятницы». В 14:15 связь прервалась, в 14:21 позвонили на запасной номер: она в безопасности и готова "
        "продолжать. Продуктов осталось мало, поэтому заявление на материальную помощь подаём в среду. "
        "Следующий разговор в четверг, в 10:00, в чате."
    ),
}


def answers(questions: list[Question], share: float, language: str) -> dict[str, Answer]:
    """Answer a share of the questions right, critical ones first, and the rest with a plausible mistake."""
    by_weight = sorted(questions, key=lambda question: not question.critical)
    right = round(len(by_weight) * share)
    return {
        question.id: right_answer(question.kind, language) if number < right else mistake(question.kind)
        for number, question in enumerate(by_weight)
    }


def right_answer(kind: Kind, language: str) -> Answer:
    """Return an answer that brings everything; in a survey what comes first, in a reflection a written note."""
    if isinstance(kind, Reflection):
        return {"text": NOTES.get(language, NOTES["uz"])}
    if isinstance(kind, Survey):
        return kind.options[:1]
    return kind.solution()


@singledispatch
def mistake(kind: Kind) -> Answer:
    """Return an answer that does not bring everything; nothing at all where only words would do."""
    return ()


@mistake.register(Choice)
@mistake.register(Statement)
def _(kind: Choice | Statement) -> Answer:
    right = kind.solution()
    return next((option,) for option in kind.parts if option not in right)


@mistake.register(Matching)
@mistake.register(Ordering)
def _(kind: Matching | Ordering) -> Answer:
    """Give each item what belongs to the next one."""
    return _turned(_fields(kind.solution()))


@mistake.register
def _(kind: Gaps) -> Answer:
    """Choose what does not fit; where one has to type, leave it empty."""
    return {
        gap.id: next(option.id for option in gap.options if not option.correct) for gap in kind.gaps if gap.options
    }


@mistake.register
def _(kind: Numeric) -> Answer:
    """Slip a figure in front."""
    right = _fields(kind.solution())
    return {**right, "number": "1" + right["number"].lstrip("-")}


@mistake.register
def _(kind: Scenario) -> Answer:
    """Take the decision that brings least in every situation."""
    way: list[str] = []
    while (here := kind.stands_at(way)).decisions:
        way.append(min(here.decisions, key=lambda decision: decision.points).id)
    return tuple(way)


def _turned(fields: Mapping[str, str]) -> dict[str, str]:
    values = list(fields.values())
    return dict(zip(fields, values[1:] + values[:1], strict=True))


def _fields(answer: Answer) -> Mapping[str, str]:
    if not isinstance(answer, Mapping):
        raise TypeError("an answer by part was expected")
    return answer
