"""Choosing modalities and competences on a page, by key.

Keys live on the source-language page in plain JSON lists: a many-to-many to these tables is skipped by translation
and goes stale, and a page in the past must not lose its meaning when a framework gets a new edition.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models

from core.localised import localised


class KeyListField(models.JSONField):
    """A list of keys of a reference table, edited as check boxes."""

    def __init__(self, *args: Any, reference: str = "", **kwargs: Any) -> None:
        self.reference = reference
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Keep the reference in migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs["reference"] = self.reference
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return check boxes over the reference table."""
        reference = self.reference

        def choices() -> list[tuple[str, str]]:
            from django.apps import apps

            model = apps.get_model("competences", reference)
            prefix = reference == "competence"
            return [
                (row.key, f"{row.code} {localised(row.names)}" if prefix else localised(row.names))
                for row in model.objects.all()
            ]

        return forms.MultipleChoiceField(
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=self.verbose_name,
            help_text=self.help_text,
        )
