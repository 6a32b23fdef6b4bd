"""Pictures, video and files: alternatives are required, weight is told before anything is loaded."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class CaptionedImageBlock(blocks.StructBlock):
    """A picture that somebody who cannot see it can also follow."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=300,
        help_text=_("What the picture tells, for people who cannot see it and for slow connections."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "core/blocks/image.html"


class VideoBlock(blocks.StructBlock):
    """A video file with poster, captions and transcript. Nothing is loaded before the reader asks for it."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    video = DocumentChooserBlock(label=_("Video file"), help_text=_("MP4 or WebM, best below 20 MB."))
    poster = ImageChooserBlock(label=_("Poster"))
    captions = DocumentChooserBlock(label=_("Captions"), required=False, help_text=_("A .vtt file in this language."))
    transcript = blocks.RichTextBlock(
        label=_("Transcript"), features=["bold", "italic", "ul"], help_text=_("Everything said and shown, in words.")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "core/blocks/video.html"

    def clean(self, value: Any) -> Any:
        """Refuse files that a browser cannot play or read."""
        cleaned = super().clean(value)
        errors = {}
        if cleaned["video"] and cleaned["video"].file_extension not in {"mp4", "webm"}:
            errors["video"] = ValidationError(_("Choose an MP4 or WebM file."))
        if cleaned["captions"] and cleaned["captions"].file_extension != "vtt":
            errors["captions"] = ValidationError(_("Choose a .vtt file."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned


class FileBlock(blocks.StructBlock):
    """A file to take along, with its size shown."""

    file = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "core/blocks/file.html"
