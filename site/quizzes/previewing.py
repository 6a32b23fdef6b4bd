"""What an editor sees in the preview: the draft's words on the source page's structure, with the key."""

from dataclasses import dataclass

from django.conf import settings

from .domain.rules import Rules
from .domain.spec import SCHEMA, Question, QuizSpec, Section
from .domain.wording import QuestionWording, QuizWording, RawWording, merge_wording
from .faults import told
from .models import QuestionBankPage, QuizPage
from .reading import Sources, sources_of, spec_of, words_of
from .reading.pages import question_of, words_of_questions
from .showing import Posed, Words, words
from .showing.key import KeyLine, key_of


@dataclass(frozen=True)
class PreviewedQuestion:
    """A question with its whole key.

    Attributes:
        name: short name for editors.
        draft: in a bank: not reviewed, so never drawn.
        faults: why it cannot be sat; it has no key then.
    """

    number: int
    name: str
    type: str
    points: int
    critical: bool
    draft: bool
    stem: Words
    key: tuple[KeyLine, ...]
    explanation: Words
    faults: tuple[str, ...]


@dataclass(frozen=True)
class PreviewedSection:
    """A section: a list, or a pool from which `take` are drawn (0 = all). `form` is "a", "b" or ""."""

    title: Words
    take: int
    form: str
    questions: tuple[PreviewedQuestion, ...]


def drafted(page: QuizPage) -> tuple[QuizSpec, QuizWording]:
    """Return a quiz as this draft would make it: structure of the source page, words of this page, live banks."""
    language = page.locale.language_code
    sources = sources_of({settings.LANGUAGE_CODE: page.source(), language: page})
    spec = spec_of(sources)
    return spec, _merged(spec, sources, language)


def previewed_quiz(page: QuizPage) -> tuple[PreviewedSection, ...]:
    """Return the sections of a quiz with everything that they may ask."""
    spec, wording = drafted(page)
    language = page.locale.language_code
    numbers = iter(range(1, 10_000))
    return tuple(
        PreviewedSection(
            title=words(wording.label(section.id), language),
            take=section.take,
            form=section.form,
            questions=tuple(
                previewed(next(numbers), spec.question(key), wording.question(key), language)
                for key in section.questions
            ),
        )
        for section in spec.sections
    )


def previewed_bank(page: QuestionBankPage) -> tuple[PreviewedSection, ...]:
    """Return the questions of a bank as one section, drafts among them."""
    language = page.locale.language_code
    source = page.source()
    children = list(source.questions)
    questions = tuple(question_of(child) for child in children)
    spec = QuizSpec(
        SCHEMA, "", Rules(pass_percent=1), questions, (Section("bank", tuple(item.id for item in questions)),)
    )
    originals, own = _bank_words(source, settings.LANGUAGE_CODE), _bank_words(page, language)
    wording = merge_wording(spec=spec, source=originals, translation=own)
    drafts = {child.id: not child.value["reviewed_on"] for child in children}
    shown = tuple(
        previewed(number, question, wording.question(question.id), language, draft=drafts[question.id])
        for number, question in enumerate(questions, start=1)
    )
    return (PreviewedSection(title=Words("", ""), take=0, form="", questions=shown),)


def _bank_words(page: QuestionBankPage, language: str) -> RawWording:
    return RawWording(language=language, title=page.title, intro="", **words_of_questions(page.questions))


def _merged(spec: QuizSpec, sources: Sources, language: str) -> QuizWording:
    source = words_of(sources, settings.LANGUAGE_CODE)
    translation = words_of(sources, language) if language != settings.LANGUAGE_CODE else None
    return merge_wording(spec=spec, source=source, translation=translation)


def previewed(
    number: int, question: Question, wording: QuestionWording, language: str, *, draft: bool = False
) -> PreviewedQuestion:
    """Return a question with its whole key, in the words given."""
    faults = tuple(told(fault) for fault in question.faults())
    posed = Posed(question, wording, question.kind.arranged, (), language)
    return PreviewedQuestion(
        number=number,
        name=question.name,
        type=question.type,
        points=question.points,
        critical=question.critical,
        draft=draft,
        stem=words(wording.stem, language, html=True),
        key=() if faults else key_of(posed),
        explanation=words(wording.feedback, language, html=True),
        faults=faults,
    )
