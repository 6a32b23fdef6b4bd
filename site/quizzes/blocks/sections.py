"""Parts of a quiz: a heading over the questions that follow, or a draw from banks."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .facts import TagsBlock
from .question import DIFFICULTIES

FORMS = [("a", _("Form A only")), ("b", _("Form B only"))]


class SectionBlock(blocks.StructBlock):
    """The questions below it, up to the next section or draw, belong together."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=160)
    shuffle = blocks.BooleanBlock(label=_("Shuffle its questions"), required=False)
    form = blocks.ChoiceBlock(label=_("Parallel form"), choices=FORMS, required=False)

    class Meta:
        icon = "title"
        label = _("Section")


class DrawBlock(blocks.StructBlock):
    """So many questions drawn from banks for each attempt."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=160)
    banks = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="quizzes.QuestionBankPage"), label=_("Banks"), min_num=1, max_num=20
    )
    take = blocks.IntegerBlock(label=_("Draw this many"), min_value=1, max_value=100)
    tags = TagsBlock(label=_("With all these tags"))
    without = TagsBlock(label=_("Without any of these tags"))
    critical = blocks.ChoiceBlock(
        label=_("Critical questions"),
        choices=[("only", _("Only critical ones")), ("none", _("None"))],
        required=False,
    )
    difficulty = blocks.ChoiceBlock(label=_("Difficulty"), choices=DIFFICULTIES, required=False)
    form = blocks.ChoiceBlock(label=_("Parallel form"), choices=FORMS, required=False)

    class Meta:
        icon = "random"
        label = _("Draw from banks")

    def clean(self, value: Any) -> Any:
        """Refuse a draw that its banks cannot fill as they stand."""
        from quizzes.reading.pools import pool_of

        cleaned = super().clean(value)
        found = len(pool_of(cleaned))
        if found < cleaned["take"]:
            text = _("The banks hold %(found)d reviewed questions like these; %(take)d are to be drawn.")
            error = ValidationError(text, params={"found": found, "take": cleaned["take"]})
            raise StructBlockValidationError(block_errors={"take": error})
        return cleaned
