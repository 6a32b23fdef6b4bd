"""Citing the ethics code by keys, so that a renumbered article stays the same article."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.citations import code_choices, resolve

from .keys import KeyBlock


class CodeChoiceBlock(blocks.ChoiceBlock):
    """A choice among the codes by key. Reading a key asks nobody for the list of codes, which would cost queries."""

    def normalize_choice(self, value: object) -> object:
        """Return the key as it is: keys are text already, so there is no type to come back to."""
        return value


class CitationBlock(blocks.StructBlock):
    """An article of the code, shown as it stands in the edition in force."""

    code = CodeChoiceBlock(label=_("Code"), choices=code_choices)
    article = KeyBlock(label=_("Article key"), help_text=_("The permanent key, like “consent.withdrawal”."))
    note = blocks.TextBlock(label=_("Why it matters here"), required=False)

    class Meta:
        icon = "clipboard-list"
        label = _("Article of the code")
        template = "core/blocks/citation.html"

    def get_context(self, value: dict, parent_context: dict | None = None) -> dict:
        """Add the cited article, or None when no edition in force has it."""
        context = super().get_context(value, parent_context)
        pair = (value["code"], value["article"])
        ready = (parent_context or {}).get("citations")
        known = ready if ready is not None else resolve([pair], get_language() or "uz")
        context["cited"] = known.get(pair)
        return context
