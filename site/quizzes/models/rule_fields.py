"""The rules of a quiz as fields of its page. They are read from the source-language page in every language."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.domain.rules import MOMENTS, THINGS

MOMENT_NAMES = {
    "during": _("During the attempt, once an answer is checked"),
    "right_after": _("Right after handing in"),
    "later": _("Later, while the quiz is open"),
    "settled": _("Once passed, or after the last attempt"),
    "closed": _("After the quiz has closed"),
}
THING_NAMES = {
    "points": _("points"),
    "correctness": _("what is right and wrong"),
    "feedback": _("feedback to what was chosen"),
    "explanation": _("explanations"),
    "solution": _("right answers"),
}


class ReviewMatrixField(models.JSONField):
    """What is shown when, as a list of "moment:thing", edited as a matrix of check boxes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return check boxes, grouped by moment."""
        choices = [
            (MOMENT_NAMES[moment], [(f"{moment}:{thing}", THING_NAMES[thing]) for thing in THINGS])
            for moment in MOMENTS
        ]
        return forms.MultipleChoiceField(
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=self.verbose_name,
            help_text=self.help_text,
        )


class RuleFields(models.Model):
    """How a quiz is sat and passed."""

    class Layout(models.TextChoices):
        """How questions are laid on pages."""

        ONE = "one", _("One question a page")
        ALL = "all", _("All questions on one page")

    class Review(models.TextChoices):
        """What is shown when: two good presets, or a matrix of one's own."""

        AT_ONCE = "at_once", _("For learning: everything right after handing in")
        AFTER_PASS_OR_LAST = (
            "after_pass_or_last",
            _("For a final: right answers when passed, or after the last attempt"),
        )
        CUSTOM = "custom", _("As ticked below")

    class Counts(models.TextChoices):
        """Which of several attempts counts."""

        BEST = "best", _("The best attempt")
        LAST = "last", _("The last attempt")
        FIRST = "first", _("The first attempt")
        AVERAGE = "average", _("The average of all attempts")

    class Overdue(models.TextChoices):
        """What happens when time is up."""

        HAND_IN = "hand_in", _("What is saved is handed in")
        GRACE = "grace", _("Some time to hand in, not to answer")
        ABANDON = "abandon", _("What is not handed in does not count")

    class Completes(models.TextChoices):
        """What completes the step in the course."""

        PASSED = "passed", _("Passing")
        HANDED_IN = "handed_in", _("Handing in, whatever the result (an entry test)")

    pass_percent = models.PositiveSmallIntegerField(
        _("pass mark (%)"), default=70, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    critical_percent = models.PositiveSmallIntegerField(
        _("mark for critical questions (%)"),
        default=100,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("100 = each of them fully right."),
    )
    completes = models.CharField(
        _("the step is completed by"), max_length=10, choices=Completes, default=Completes.PASSED
    )
    attempts_allowed = models.PositiveSmallIntegerField(_("attempts allowed"), default=3, help_text=_("0 = no limit."))
    pause_hours = models.PositiveSmallIntegerField(_("pause before the last allowed attempt (hours)"), default=24)
    pause_each_hours = models.PositiveSmallIntegerField(_("pause between any two attempts (hours)"), default=0)
    counts = models.CharField(_("which attempt counts"), max_length=8, choices=Counts, default=Counts.BEST)
    time_limit = models.PositiveSmallIntegerField(
        _("time limit (minutes)"),
        default=0,
        validators=[MaxValueValidator(600)],
        help_text=_("0 = none. Measured by the server from the start."),
    )
    overdue = models.CharField(_("when time is up"), max_length=8, choices=Overdue, default=Overdue.HAND_IN)
    grace_minutes = models.PositiveSmallIntegerField(
        _("time to hand in (minutes)"), default=0, validators=[MaxValueValidator(600)]
    )
    opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)
    layout = models.CharField(_("layout"), max_length=4, choices=Layout, default=Layout.ONE)
    shuffle_questions = models.BooleanField(_("shuffle questions"), default=False)
    shuffle_options = models.BooleanField(_("shuffle options"), default=True)
    review = models.CharField(_("what is shown when"), max_length=20, choices=Review, default=Review.AT_ONCE)
    review_matrix = ReviewMatrixField(_("shown"))

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse rules that contradict each other."""
        super().clean()
        if self.overdue == self.Overdue.GRACE and not self.grace_minutes:
            raise ValidationError({"grace_minutes": _("Say how many minutes there are to hand in.")})
        if self.opens_at and self.closes_at and self.opens_at >= self.closes_at:
            raise ValidationError({"closes_at": _("The quiz would close before it opens.")})


#: Fields that are structure or rules: read from the source-language page, never per language.
RULE_FIELDS = tuple(field.name for field in RuleFields._meta.local_fields)
