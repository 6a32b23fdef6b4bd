"""What a trainer fills in to allow more than a quiz's rules give."""

import uuid
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from learning.domain.allowances import Allowance
from learning.selectors_allowances import QuizChoice


def _moment(label: Any, help_text: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, help_text=help_text, widget=widget, required=False)


class _QuizForm(forms.Form):
    """A quiz and a reason. `token` is the form's own number, so that sending it twice gives once."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    quiz = forms.ChoiceField(label=_("Quiz"))

    def __init__(self, *args: Any, quizzes: Sequence[QuizChoice], **kwargs: Any) -> None:
        kwargs["initial"] = {"token": uuid.uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        choices = [("", "—"), *((str(quiz.key), quiz.title) for quiz in quizzes)]
        cast(forms.ChoiceField, self.fields["quiz"]).choices = choices if len(quizzes) != 1 else choices[1:]

    @property
    def quiz_key(self) -> uuid.UUID:
        """The chosen quiz; only after the form was found valid."""
        return uuid.UUID(self.cleaned_data["quiz"])


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("The learner reads it and it stays in the log. Nothing about health or family."),
    )


class UnlockForm(_QuizForm):
    """One more attempt for one learner, at once."""

    reason = _reason()


class AllowanceForm(_QuizForm):
    """More time, attempts or other dates. What stays empty changes nothing."""

    minutes = forms.IntegerField(label=_("Extra minutes"), min_value=0, max_value=600, required=False)
    attempts = forms.IntegerField(
        label=_("Extra attempts"),
        min_value=0,
        max_value=20,
        required=False,
        help_text=_("Beyond the quiz’s own, altogether. Where several allowances hold, the most generous counts."),
    )
    no_pause = forms.BooleanField(label=_("No pause between attempts"), required=False)
    opens_at = _moment(_("Opens at"), _("Only where it is earlier than the quiz itself opens. Tashkent time."))
    closes_at = _moment(_("Closes at"), _("Only where it is later than the quiz itself closes. Tashkent time."))
    reason = _reason()

    @property
    def gives(self) -> Allowance:
        """What was filled in; only after the form was found valid."""
        data = self.cleaned_data
        return Allowance(
            minutes=data["minutes"] or 0,
            attempts=data["attempts"] or 0,
            no_pause=data["no_pause"],
            opens_at=data["opens_at"],
            closes_at=data["closes_at"],
        )
