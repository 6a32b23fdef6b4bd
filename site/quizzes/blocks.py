"""One kit of question blocks. The block's id is the question's key, an option's list-item id the option's key.

Both survive translation. Metadata stands inside the block; points, keys and right answers are fields that
wagtail-localize never offers to translators.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import KeyBlock, ProseBlock

DIFFICULTIES = [("easy", _("Easy")), ("medium", _("Medium")), ("hard", _("Hard"))]


class CitedArticleBlock(blocks.StructBlock):
    """An article that the feedback cites."""

    code = KeyBlock(label=_("Code"), default="online-practice-code")
    article = KeyBlock(label=_("Article key"))


class QuestionBlock(blocks.StructBlock):
    """What every question has."""

    name = KeyBlock(label=_("Short name"), help_text=_("For editors and reports; learners never see it."))
    stem = ProseBlock(label=_("Question"))
    points = blocks.IntegerBlock(label=_("Points"), min_value=1, max_value=20, default=1)
    critical = blocks.BooleanBlock(
        label=_("Critical"), required=False, help_text=_("Must be fully right for the quiz to be passed.")
    )
    difficulty = blocks.ChoiceBlock(label=_("Difficulty"), choices=DIFFICULTIES, default="medium")
    competence = KeyBlock(label=_("Competence key"), required=False)
    feedback = ProseBlock(
        label=_("Explanation"), required=False, help_text=_("Shown after judging, whatever was answered.")
    )
    articles = blocks.ListBlock(CitedArticleBlock(), label=_("Articles cited"), default=[], max_num=6)


class OptionBlock(blocks.StructBlock):
    """One option, with the feedback for those who chose it."""

    text = blocks.TextBlock(label=_("Option"))
    correct = blocks.BooleanBlock(label=_("Right"), required=False)
    feedback = blocks.TextBlock(label=_("Feedback"), required=False)


class SingleChoiceBlock(QuestionBlock):
    """Exactly one option is right."""

    options = blocks.ListBlock(OptionBlock(), label=_("Options"), min_num=2, max_num=8)

    class Meta:
        icon = "radio-empty"
        label = _("Single choice")

    def clean(self, value: Any) -> Any:
        """Demand exactly one right option."""
        cleaned = super().clean(value)
        if sum(bool(option["correct"]) for option in cleaned["options"]) != 1:
            raise StructBlockValidationError(
                non_block_errors=[ValidationError(_("Mark exactly one option as right."))]
            )
        return cleaned


class MultipleResponseBlock(QuestionBlock):
    """Several options may be right."""

    options = blocks.ListBlock(OptionBlock(), label=_("Options"), min_num=2, max_num=10)
    scoring = blocks.ChoiceBlock(
        label=_("Scoring"),
        choices=[
            ("per_option", _("Per option: a right choice adds, a wrong one takes away, never below 0")),
            ("all_or_nothing", _("All or nothing")),
        ],
        default="per_option",
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Multiple response")

    def clean(self, value: Any) -> Any:
        """Demand at least one right and one wrong option."""
        cleaned = super().clean(value)
        right = sum(bool(option["correct"]) for option in cleaned["options"])
        if not 0 < right < len(cleaned["options"]):
            raise StructBlockValidationError(
                non_block_errors=[
                    ValidationError(_("Mark at least one option as right and leave at least one wrong."))
                ]
            )
        return cleaned


class TrueFalseBlock(QuestionBlock):
    """A statement that is true or false."""

    answer = blocks.ChoiceBlock(label=_("The statement is"), choices=[("true", _("true")), ("false", _("false"))])
    if_true = blocks.TextBlock(label=_("Feedback to those who said “true”"), required=False)
    if_false = blocks.TextBlock(label=_("Feedback to those who said “false”"), required=False)

    class Meta:
        icon = "tick"
        label = _("True or false")


class QuestionsBlock(blocks.StreamBlock):
    """The questions of a quiz."""

    single = SingleChoiceBlock()
    multiple = MultipleResponseBlock()
    truefalse = TrueFalseBlock()

    class Meta:
        max_num = 200
