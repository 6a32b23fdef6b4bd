"""Questions in which one chooses among options, and the survey."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .question import BareQuestionBlock, QuestionBlock


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


class TrueFalseBlock(QuestionBlock):
    """A statement that is true or false."""

    answer = blocks.ChoiceBlock(label=_("The statement is"), choices=[("true", _("true")), ("false", _("false"))])
    if_true = blocks.TextBlock(label=_("Feedback to those who said “true”"), required=False)
    if_false = blocks.TextBlock(label=_("Feedback to those who said “false”"), required=False)

    class Meta:
        icon = "tick"
        label = _("True or false")


class SurveyBlock(BareQuestionBlock):
    """A question that nobody judges."""

    options = blocks.ListBlock(
        blocks.CharBlock(max_length=200), label=_("Options"), default=[], max_num=7,
        help_text=_("Without options people answer in their own words."),
    )  # fmt: skip
    several = blocks.BooleanBlock(label=_("Several may be chosen"), required=False)

    class Meta:
        icon = "clipboard-list"
        label = _("Survey question (not scored)")
