"""Questions in which things are brought together, put in order, or filled in."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import KeyBlock, ProseBlock

from .facts import NumberBlock, SpellingsBlock
from .question import QuestionBlock


class PairBlock(blocks.StructBlock):
    """A left item and its partner."""

    text = blocks.TextBlock(label=_("Item"))
    match = blocks.TextBlock(label=_("Belongs to it"))


class MatchingBlock(QuestionBlock):
    """Each item has exactly one partner."""

    pairs = blocks.ListBlock(PairBlock(), label=_("Pairs"), min_num=2, max_num=8)
    extra = blocks.ListBlock(
        blocks.CharBlock(max_length=300), label=_("Partners that belong to nothing"), default=[], max_num=4
    )

    class Meta:
        icon = "link"
        label = _("Matching")


class OrderingBlock(QuestionBlock):
    """Steps are put in their order."""

    items = blocks.ListBlock(
        blocks.TextBlock(), label=_("Steps"), min_num=2, max_num=8,
        help_text=_("In the right order; learners get them shuffled."),
    )  # fmt: skip

    class Meta:
        icon = "list-ol"
        label = _("Ordering")


class UnitBlock(blocks.StructBlock):
    """A unit and how much of the first one it is."""

    text = blocks.CharBlock(label=_("Unit"), max_length=40)
    factor = NumberBlock(label=_("In the first unit"), default="1", help_text=_("A day is 1/7 of a week."))


class NumericBlock(QuestionBlock):
    """A number."""

    answer = NumberBlock(label=_("Right number"))
    tolerance = NumberBlock(label=_("Tolerance"), default="0")
    units = blocks.ListBlock(
        UnitBlock(), label=_("Units"), default=[], max_num=5,
        help_text=_("One stands beside the field; among several the learner chooses."),
    )  # fmt: skip

    class Meta:
        icon = "decimal"
        label = _("Number")


class AcceptedBlock(blocks.StructBlock):
    """Spellings that mean one thing."""

    spellings = SpellingsBlock(label=_("Accepted"))
    share = NumberBlock(
        label=_("Part of the points"), default="1", help_text=_("1 = all, 1/2 = half, 0 = a known mistake.")
    )
    feedback = blocks.TextBlock(label=_("Feedback"), required=False)


class ShortTextBlock(QuestionBlock):
    """One word or a few."""

    accepted = blocks.ListBlock(AcceptedBlock(), label=_("Accepted answers"), min_num=1, max_num=10)

    class Meta:
        icon = "edit"
        label = _("Short text")


class GapOptionBlock(blocks.StructBlock):
    """What can be chosen for a gap."""

    text = blocks.CharBlock(label=_("Option"), max_length=160)
    correct = blocks.BooleanBlock(label=_("Right"), required=False)


class GapBlock(blocks.StructBlock):
    """A gap, typed or chosen."""

    name = KeyBlock(label=_("Name"), help_text=_("Stands in the text as [[name]]."))
    spellings = SpellingsBlock(label=_("Accepted, where it is typed"), required=False)
    options = blocks.ListBlock(GapOptionBlock(), label=_("Options, where it is chosen"), default=[], max_num=6)


class GapsBlock(QuestionBlock):
    """A text with gaps."""

    text = ProseBlock(label=_("Text with gaps"), help_text=_("A gap stands in it as [[name]], once."))
    gaps = blocks.ListBlock(GapBlock(), label=_("Gaps"), min_num=1, max_num=10)

    class Meta:
        icon = "form"
        label = _("Gaps in a text")
