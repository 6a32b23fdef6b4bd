"""Blocks that teach: a case, a talk, a checklist, a comparison."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .keys import KeyBlock
from .text import ProseBlock


class CaseVignetteBlock(blocks.StructBlock):
    """A short case from practice. No real person is ever described."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = ProseBlock(label=_("Case"), help_text=_("Invented, never a real client."))

    class Meta:
        icon = "user"
        label = _("Case")
        template = "core/blocks/vignette.html"


class SpeakerBlock(blocks.StructBlock):
    """Somebody who speaks in a dialogue."""

    key = KeyBlock(label=_("Key"), help_text=_("“worker” is always the social worker."))
    name = blocks.CharBlock(label=_("Name"), max_length=60)


class LineBlock(blocks.StructBlock):
    """One thing said."""

    by = KeyBlock(label=_("Speaker’s key"))
    text = blocks.TextBlock(label=_("Words"))
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=300, help_text=_("Why this was said."))


class DialogueBlock(blocks.StructBlock):
    """The transcript of a chat or a talk."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    channel = blocks.ChoiceBlock(
        label=_("Channel"),
        choices=[("chat", _("Chat")), ("video", _("Video")), ("phone", _("Phone")), ("visit", _("Visit"))],
        default="chat",
    )
    speakers = blocks.ListBlock(SpeakerBlock(), label=_("Speakers"), min_num=1, max_num=6)
    lines = blocks.ListBlock(LineBlock(), label=_("Lines"), min_num=1, max_num=60)

    class Meta:
        icon = "comment"
        label = _("Dialogue")
        template = "core/blocks/dialogue.html"

    def get_context(self, value: object, parent_context: dict | None = None) -> dict:
        """Give the template each line with its speaker's name and side."""
        context = super().get_context(value, parent_context)
        names = {speaker["key"]: speaker["name"] for speaker in value["speakers"]}  # type: ignore[index]
        context["lines"] = [
            {
                "name": names.get(line["by"], line["by"]),
                "side": "worker" if line["by"] == "worker" else "person",
                "text": line["text"],
                "note": line["note"],
            }
            for line in value["lines"]  # type: ignore[index]
        ]
        return context


class ChecklistBlock(blocks.StructBlock):
    """Things to do, in order, to tick off on paper or on the screen."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    items = blocks.ListBlock(blocks.TextBlock(label=_("Item")), label=_("Items"), min_num=1, max_num=30)

    class Meta:
        icon = "list-ul"
        label = _("Checklist")
        template = "core/blocks/checklist.html"


class ComparisonTableBlock(blocks.StructBlock):
    """A small table with a header row; the first cell of each row names it."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    columns = blocks.ListBlock(
        blocks.CharBlock(label=_("Column"), max_length=120), label=_("Columns"), min_num=2, max_num=6
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.TextBlock(label=_("Cell")), label=_("Row")), label=_("Rows"), min_num=1, max_num=30
    )

    class Meta:
        icon = "table"
        label = _("Comparison table")
        template = "core/blocks/table.html"

    def get_context(self, value: object, parent_context: dict | None = None) -> dict:
        """Pair each cell with its column, so that a phone can show rows as cards."""
        context = super().get_context(value, parent_context)
        columns = list(value["columns"])  # type: ignore[index]
        context["rows"] = [
            [{"column": column, "text": text} for column, text in zip(columns, row, strict=False)]
            for row in value["rows"]  # type: ignore[index]
        ]
        return context
