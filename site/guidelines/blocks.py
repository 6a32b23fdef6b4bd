"""The ethics code on the drafting table: parts and articles in one flat sequence, clauses inside articles.

Flat, so that an article can be dragged from one part to another; the part an article belongs to is the last part
block before it. An article's key is a field, a clause's key is its list-item id: both survive translation.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from core.blocks import KeyBlock

MODALITIES = [
    ("video", _("Video")),
    ("email", _("E-mail")),
    ("chat", _("Chat")),
    ("phone", _("Phone and app")),
    ("hybrid", _("Hybrid")),
]
#: Printed numbers like 14 or 14¹ (as lex.uz prints inserted articles).
NUMBER = blocks.RegexBlock(
    regex=r"^[0-9]{1,3}[⁰¹²³⁴-⁹]{0,2}$",
    label=_("Number"),
    help_text=_("As printed: 14, or 14¹ for an article inserted later. Never used again."),
    error_messages={"invalid": _("Write a number like 14 or 14¹.")},
)


class PartBlock(blocks.StructBlock):
    """The beginning of a part; the articles after it belong to it."""

    key = KeyBlock(label=_("Key"))
    number = blocks.RegexBlock(
        regex=r"^[IVXLC]{1,8}$", label=_("Number"), error_messages={"invalid": _("Write a Roman number.")}
    )
    title = blocks.CharBlock(label=_("Title"), max_length=200)

    class Meta:
        icon = "folder-open-1"
        label = _("Part")


class ClauseBlock(blocks.StructBlock):
    """One clause (band), with indents (xatboshi) where a list is natural."""

    text = blocks.TextBlock(label=_("Text"))
    indents = blocks.ListBlock(blocks.TextBlock(label=_("Indent")), label=_("Indents"), default=[], max_num=20)


class ArticleBlock(blocks.StructBlock):
    """One article (modda)."""

    key = KeyBlock(label=_("Key"), help_text=_("Permanent: lessons and quizzes cite it. Never rename or reuse."))
    number = NUMBER
    title = blocks.CharBlock(label=_("Title"), max_length=240)
    force = blocks.ChoiceBlock(
        label=_("Force"), choices=[("binding", _("Binding")), ("advisory", _("Advisory"))], default="binding"
    )
    modalities = blocks.MultipleChoiceBlock(
        label=_("Concerns only"), choices=MODALITIES, required=False, help_text=_("Empty = every form of online work.")
    )
    state = blocks.ChoiceBlock(
        label=_("State"),
        choices=[
            ("current", _("Current")),
            ("repealed", _("Repealed, keeps its place")),
            ("moved", _("Moved, this is a pointer")),
        ],
        default="current",
    )
    moved_to = KeyBlock(label=_("Moved to (article key)"), required=False)
    clauses = blocks.ListBlock(ClauseBlock(), label=_("Clauses"), min_num=1, max_num=30)

    class Meta:
        icon = "doc-full"
        label = _("Article")


class CodeBodyBlock(blocks.StreamBlock):
    """The whole text of a code."""

    part = PartBlock()
    article = ArticleBlock()

    class Meta:
        max_num = 800

    def clean(self, value: Any) -> Any:
        """Refuse keys and numbers used twice, and pointers to nowhere."""
        cleaned = super().clean(value)
        errors: dict[int, ValidationError] = {}
        seen: dict[tuple[str, str], int] = {}
        keys = {child.value["key"] for child in cleaned if child.block_type == "article"}
        for position, child in enumerate(cleaned):
            for field in ("key", "number"):
                mark = (f"{child.block_type}.{field}", child.value[field])
                if mark in seen:
                    errors[position] = ValidationError(_("“%(value)s” is used twice.") % {"value": child.value[field]})
                seen[mark] = position
            if (
                child.block_type == "article"
                and child.value["state"] == "moved"
                and child.value["moved_to"] not in keys
            ):
                errors[position] = ValidationError(
                    _("A moved article must point at the key of an article of this code.")
                )
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned
