"""The quiz as editors see it. Learners' attempts never read this page: they read its frozen version."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from competences.fields import KeyListField
from core.blocks.text import PROSE_FEATURES
from core.models import ActivityPage, BasePage
from quizzes.blocks import QuestionsBlock
from quizzes.rules import rules_of

#: Fields that are structure or rules: read from the source-language page, never per language.
RULE_FIELDS = (
    "slug",
    "minutes",
    "is_sample",
    "pass_percent",
    "attempts_allowed",
    "pause_hours",
    "layout",
    "shuffle_questions",
    "shuffle_options",
    "review",
    "competence_keys",
)


class QuizPage(ActivityPage):
    """A quiz: questions and the rules by which it is passed."""

    kind = "quiz"
    completion_rule = "passed"

    class Layout(models.TextChoices):
        """How questions are laid on pages."""

        ONE = "one", _("One question a page")
        ALL = "all", _("All questions on one page")

    class Review(models.TextChoices):
        """When right answers are shown after hand-in; explanations always are."""

        AT_ONCE = "at_once", _("At once")
        AFTER_PASS_OR_LAST = "after_pass_or_last", _("When passed, or after the last attempt")

    intro = RichTextField(_("introduction"), features=PROSE_FEATURES, blank=True)
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)
    pass_percent = models.PositiveSmallIntegerField(
        _("pass mark (%)"), default=70, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    attempts_allowed = models.PositiveSmallIntegerField(_("attempts allowed"), default=3, help_text=_("0 = no limit."))
    pause_hours = models.PositiveSmallIntegerField(_("pause before the last allowed attempt (hours)"), default=24)
    layout = models.CharField(_("layout"), max_length=4, choices=Layout, default=Layout.ONE)
    shuffle_questions = models.BooleanField(_("shuffle questions"), default=False)
    shuffle_options = models.BooleanField(_("shuffle options"), default=True)
    review = models.CharField(_("right answers are shown"), max_length=20, choices=Review, default=Review.AT_ONCE)
    competence_keys = KeyListField(_("competences"), reference="competence")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("questions"),
        MultiFieldPanel(
            [FieldPanel(name) for name in RULE_FIELDS if name != "slug"],
            _("Rules (taken from the Uzbek page in every language)"),
        ),
    ]
    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in RULE_FIELDS]
    template = "quizzes/quiz.html"

    #: Editors see either what visitors see, or the questions with their key. Neither leaves a record.
    preview_modes = [("questions", _("Questions and answers")), ("", _("Page for visitors"))]

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the rules of the source page. Visitors never get a question."""
        context = super().get_context(request, *args, **kwargs)
        context["rules"] = rules_of(self.source())
        course = self.get_ancestors().order_by("-depth")[1:2].first()
        context["course_url"] = course.get_url(request) if course else ""
        return context

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the questions in the preview of editors only."""
        return "quizzes/preview.html" if mode_name == "questions" else self.template

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Add the questions as a learner would meet them, with the key."""
        context = self.get_context(request)
        if mode_name == "questions":
            from quizzes.previewing import previewed_questions

            context["questions"] = previewed_questions(self)
        return context
