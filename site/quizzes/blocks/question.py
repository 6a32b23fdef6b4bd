"""What every question has. The block's id is the question's key; metadata stands inside the block."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import KeyBlock, ProseBlock
from core.blocks.text import PROSE_FEATURES
from quizzes.faults import told

from .facts import TagsBlock

#: Questions and explanations may show images; each needs an alternative text.
ILLUSTRATED = [*PROSE_FEATURES, "image"]
DIFFICULTIES = [("easy", _("Easy")), ("medium", _("Medium")), ("hard", _("Hard"))]


class CitedArticleBlock(blocks.StructBlock):
    """An article that the feedback cites."""

    code = KeyBlock(label=_("Code"), default="online-practice-code")
    article = KeyBlock(label=_("Article key"))


class BareQuestionBlock(blocks.StructBlock):
    """What every question has, judged or not."""

    name = KeyBlock(label=_("Short name"), help_text=_("For editors and reports; learners never see it."))
    stem = ProseBlock(label=_("Question"), features=ILLUSTRATED)
    feedback = ProseBlock(
        label=_("Explanation"),
        required=False,
        features=ILLUSTRATED,
        help_text=_("Shown after judging, whatever was answered."),
    )
    articles = blocks.ListBlock(CitedArticleBlock(), label=_("Articles cited"), default=[], max_num=6)
    competence = KeyBlock(label=_("Competence key"), required=False)
    tags = TagsBlock(label=_("Tags"), help_text=_("By these a quiz draws questions from a bank."))
    reviewed_on = blocks.DateBlock(
        label=_("Reviewed on"),
        required=False,
        help_text=_("In a bank a question without this date is a draft and is never drawn."),
    )

    def clean(self, value: Any) -> Any:
        """Refuse what could not be sat, and say why."""
        from quizzes.reading.kinds import kind_of

        cleaned = super().clean(value)
        faults = [told(fault) for fault in kind_of(self.name, cleaned).faults()]
        if faults:
            raise StructBlockValidationError(non_block_errors=[ValidationError(fault) for fault in faults])
        return cleaned


class QuestionBlock(BareQuestionBlock):
    """A question that brings points."""

    points = blocks.IntegerBlock(label=_("Points"), min_value=1, max_value=20, default=1)
    critical = blocks.BooleanBlock(
        label=_("Critical"), required=False, help_text=_("Counts towards the mark for critical questions.")
    )
    difficulty = blocks.ChoiceBlock(label=_("Difficulty"), choices=DIFFICULTIES, default="medium")
