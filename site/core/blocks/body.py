"""The body of a page: every block, once."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .citing import CitationBlock
from .media import CaptionedImageBlock, FileBlock, VideoBlock
from .teaching import CaseVignetteBlock, ChecklistBlock, ComparisonTableBlock, DialogueBlock
from .text import CalloutBlock, HeadingBlock, ProseBlock, QuotationBlock


class ResourceLinkBlock(blocks.StructBlock):
    """A way to another page of the site, usually a resource to print."""

    page = blocks.PageChooserBlock(label=_("Page"))
    note = blocks.TextBlock(label=_("What it is for"), required=False)

    class Meta:
        icon = "link"
        label = _("Resource")
        template = "core/blocks/resource.html"

    def get_context(self, value: dict, parent_context: dict | None = None) -> dict:
        """Point at the page in the reader's language, where it has been translated."""
        context = super().get_context(value, parent_context)
        page = value["page"]
        context["target"] = page.localized if page and page.live else None
        return context


class BodyBlock(blocks.StreamBlock):
    """What lessons, resources and standing pages are made of."""

    heading = HeadingBlock()
    text = ProseBlock()
    callout = CalloutBlock()
    vignette = CaseVignetteBlock()
    dialogue = DialogueBlock()
    checklist = ChecklistBlock()
    table = ComparisonTableBlock()
    quotation = QuotationBlock()
    citation = CitationBlock()
    resource = ResourceLinkBlock()
    image = CaptionedImageBlock()
    video = VideoBlock()
    file = FileBlock()

    class Meta:
        max_num = 80
