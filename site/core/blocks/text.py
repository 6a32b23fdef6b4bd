"""Words: headings, prose, callouts, quotations."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

#: What editors may use inside running text. Links go out by `link`; headings are blocks of their own.
PROSE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside a page; the page's title is the only first-level heading."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "core/blocks/heading.html"


class ProseBlock(blocks.RichTextBlock):
    """Running text."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", PROSE_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "core/blocks/prose.html"


class CalloutBlock(blocks.StructBlock):
    """A passage that must not be overlooked."""

    tone = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[("rule", _("Rule")), ("warning", _("Warning")), ("example", _("Example")), ("law", _("Law"))],
        default="rule",
    )
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=160)
    text = ProseBlock(label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "core/blocks/callout.html"


class QuotationBlock(blocks.StructBlock):
    """Somebody's words, with their source."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Source"), max_length=255, help_text=_("Who said or wrote it, where and when."))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "core/blocks/quotation.html"
