"""What an editor sees in the preview of a quiz: the draft's words on the source page's structure, with the key."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from .domain.spec import TRUE, TRUEFALSE, Question
from .domain.wording import OptionWording, Phrase, QuestionWording, merge_wording
from .models import QuizPage
from .reading import spec_of, words_of


@dataclass(frozen=True)
class PreviewedOption:
    """An option with its key and feedback."""

    text: Phrase
    feedback: Phrase
    correct: bool


@dataclass(frozen=True)
class PreviewedQuestion:
    """A question with everything an editor checks."""

    number: int
    stem: Phrase
    explanation: Phrase
    points: int
    critical: bool
    takes_several: bool
    options: tuple[PreviewedOption, ...]


def previewed_questions(page: QuizPage) -> list[PreviewedQuestion]:
    """Return the questions of a draft in the editor's order. Writes nothing."""
    source = page.source()
    spec = spec_of(source)
    own = None if source is page else words_of(page, page.locale.language_code)
    wording = merge_wording(spec=spec, source=words_of(source, settings.LANGUAGE_CODE), translation=own)
    return [
        _previewed(number, question, words)
        for number, (question, words) in enumerate(zip(spec.questions, wording.questions, strict=True), start=1)
    ]


def _previewed(number: int, question: Question, words: QuestionWording) -> PreviewedQuestion:
    options = tuple(
        PreviewedOption(option_text(question, option), option.feedback, option.id in question.right)
        for option in words.options
    )
    return PreviewedQuestion(
        number=number,
        stem=words.stem,
        explanation=words.feedback,
        points=question.points,
        critical=question.critical,
        takes_several=question.takes_several,
        options=options,
    )


def option_text(question: Question, option: OptionWording) -> Phrase:
    """Return the words of an option; those of a statement are the site's own, in the reader's language."""
    if question.type != TRUEFALSE:
        return option.text
    return Phrase(_("True") if option.id == TRUE else _("False"), "")
