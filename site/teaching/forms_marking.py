"""What a trainer fills in to mark an answer: a level for each criterion, and words for the learner."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from learning.marking_sheet import Sheet
from learning.services.marking import LONGEST_COMMENT
from quizzes.showing.reflection import CriterionShown


class _Levels(forms.RadioSelect):
    """Radio buttons drawn by the page itself; what leads to the field leads to the first of them."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_{index or 0}"


class _Words(forms.CharField):
    """Words in lines; an end of line counts as one character, as in the browser that limits them."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class MarkForm(forms.Form):
    """The levels of a rubric and a comment. `seen` is the newest mark that the page showed."""

    seen = forms.IntegerField(min_value=0, max_value=30_000, widget=forms.HiddenInput)
    comment = _Words(
        label=_("Comment for the learner"),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What was good, and what to do next time. The learner and other trainers of the group read it."),
    )

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        levels = {self._name(key): level for key, level in sheet.levels.items()}
        kwargs["initial"] = {"seen": sheet.seen, "comment": sheet.comment, **levels}
        super().__init__(*args, **kwargs)
        self._criteria = sheet.body.criteria
        for criterion in self._criteria:
            self.fields[self._name(criterion.id)] = forms.ChoiceField(
                label=criterion.text.text,
                choices=[(level.id, level.text.text) for level in criterion.levels],
                widget=_Levels,
                error_messages={"required": _("Choose a level.")},
            )

    @staticmethod
    def _name(criterion: str) -> str:
        return f"level-{criterion}"

    def criteria(self) -> Iterator[tuple[CriterionShown, forms.BoundField]]:
        """Return each criterion with its field, in the order of the rubric."""
        for criterion in self._criteria:
            yield criterion, self[self._name(criterion.id)]

    @property
    def levels(self) -> dict[str, str]:
        """The chosen level by criterion; only after the form was found valid."""
        return {criterion.id: self.cleaned_data[self._name(criterion.id)] for criterion in self._criteria}
