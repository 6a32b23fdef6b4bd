"""One kit of question blocks, for quizzes and banks alike.

The block's id is the question's key, a list item's id the key of an option, step, situation or level. They survive
translation. Points, keys and right answers are fields that wagtail-localize never offers to translators.
"""

from wagtail import blocks

from .arranging import GapsBlock, MatchingBlock, NumericBlock, OrderingBlock, ShortTextBlock
from .cases import ReflectionBlock, ScenarioBlock
from .choices import MultipleResponseBlock, SingleChoiceBlock, SurveyBlock, TrueFalseBlock
from .question import DIFFICULTIES, BareQuestionBlock, QuestionBlock
from .sections import DrawBlock, SectionBlock

__all__ = ["DIFFICULTIES", "BankBlock", "BareQuestionBlock", "QuestionBlock", "QuestionsBlock"]


class BankBlock(blocks.StreamBlock):
    """The questions of a bank."""

    single = SingleChoiceBlock()
    multiple = MultipleResponseBlock()
    truefalse = TrueFalseBlock()
    matching = MatchingBlock()
    ordering = OrderingBlock()
    numeric = NumericBlock()
    text = ShortTextBlock()
    gaps = GapsBlock()
    scenario = ScenarioBlock()
    reflection = ReflectionBlock()
    survey = SurveyBlock()

    class Meta:
        max_num = 300


class QuestionsBlock(BankBlock):
    """The questions of a quiz, its sections and draws."""

    section = SectionBlock()
    draw = DrawBlock()

    class Meta:
        max_num = 200
