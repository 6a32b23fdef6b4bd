"""A branching case, and a reflection that a trainer marks."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import KeyBlock, ProseBlock

from .question import QuestionBlock


class DecisionBlock(blocks.StructBlock):
    """What one can do, where it leads and what comes of it."""

    text = blocks.TextBlock(label=_("Decision"))
    to = KeyBlock(label=_("Leads to"), help_text=_("Short name of a situation."))
    points = blocks.IntegerBlock(label=_("Points"), min_value=0, max_value=20, default=0)
    consequence = blocks.TextBlock(label=_("Consequence"), required=False, help_text=_("Told after the decision."))


class SituationBlock(blocks.StructBlock):
    """Where one stands: something to decide, or an ending."""

    name = KeyBlock(label=_("Short name"))
    text = ProseBlock(label=_("Situation"))
    ending = blocks.ChoiceBlock(
        label=_("Ending"),
        choices=[("reached", _("Ends well")), ("failed", _("Ends badly: fails a critical case"))],
        required=False,
    )
    decisions = blocks.ListBlock(DecisionBlock(), label=_("Decisions"), default=[], max_num=5)


class ScenarioBlock(QuestionBlock):
    """A case with decisions that are final."""

    situations = blocks.ListBlock(
        SituationBlock(),
        label=_("Situations"),
        min_num=2,
        max_num=30,
        help_text=_("The case begins in the first one."),
    )

    class Meta:
        icon = "code-branch"
        label = _("Branching case")


class LevelBlock(blocks.StructBlock):
    """A level of a criterion."""

    points = blocks.IntegerBlock(label=_("Points"), min_value=0, max_value=20)
    text = blocks.TextBlock(label=_("What it looks like"))


class CriterionBlock(blocks.StructBlock):
    """What a trainer looks at."""

    text = blocks.CharBlock(label=_("Criterion"), max_length=240)
    levels = blocks.ListBlock(LevelBlock(), label=_("Levels, from the lowest"), min_num=2, max_num=6)


class ReflectionBlock(QuestionBlock):
    """Free text, marked by a trainer."""

    min_words = blocks.IntegerBlock(label=_("At least this many words"), min_value=0, max_value=1000, default=40)
    max_words = blocks.IntegerBlock(label=_("At most this many words"), min_value=20, max_value=2000, default=250)
    rubric = blocks.ListBlock(CriterionBlock(), label=_("Rubric"), min_num=1, max_num=8)

    class Meta:
        icon = "pilcrow"
        label = _("Reflection (marked by a trainer)")
