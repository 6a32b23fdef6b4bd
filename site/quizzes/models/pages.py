"""The quiz as editors see it. Learners' attempts never read this page: they read its frozen version."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from competences.fields import KeyListField
from core.blocks import ProseBlock
from core.blocks.text import PROSE_FEATURES
from core.models import ActivityPage, BasePage
from quizzes.blocks import QuestionsBlock
from quizzes.rules import rules_of

from .rule_fields import RULE_FIELDS, RuleFields

#: Everything on the page that is the same in every language.
SOURCE_FIELDS = ("slug", "minutes", "is_sample", *RULE_FIELDS, "paired_with", "competence_keys")


class BandBlock(blocks.StructBlock):
    """Words for a band of results."""

    from_percent = blocks.IntegerBlock(label=_("From this result on (%)"), min_value=0, max_value=100)
    text = ProseBlock(label=_("Feedback"))

    class Meta:
        icon = "comment"
        label = _("Band of results")


class QuizPage(RuleFields, ActivityPage):  # type: ignore[django-manager-missing]  # of two abstract bases
    """A quiz: questions and the rules by which it is passed."""

    kind = "quiz"
    completion_rule = "passed"

    intro = RichTextField(_("introduction"), features=PROSE_FEATURES, blank=True)
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)
    bands = StreamField([("band", BandBlock())], verbose_name=_("feedback by result"), blank=True, max_num=8)
    paired_with = models.ForeignKey(
        "self",
        verbose_name=_("entry test of this exit test"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("With parallel forms a person gets here the form that they did not meet there."),
    )
    competence_keys = KeyListField(_("competences"), reference="competence")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        HelpPanel(template="quizzes/admin/yield.html", heading=_("What an attempt gets")),
        HelpPanel(template="quizzes/admin/outdated.html", heading=_("Articles that have changed")),
        FieldPanel("questions"),
        FieldPanel("bands"),
        MultiFieldPanel(
            [FieldPanel(name) for name in SOURCE_FIELDS if name != "slug"],
            _("Rules (taken from the Uzbek page in every language)"),
        ),
    ]
    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in SOURCE_FIELDS]
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

    def yields(self) -> Any:
        """Return what the draws of the source page can take from their banks (for the editors' panel)."""
        from quizzes.yields import yields_of

        return yields_of(self.source())

    def outdated(self) -> Any:
        """Return the questions whose cited articles have changed since their review (for the editors' panel)."""
        from quizzes.outdated import outdated_in

        return outdated_in(self)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the questions in the preview of editors only."""
        return "quizzes/preview.html" if mode_name == "questions" else self.template

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Add the questions as a learner would meet them, with the key."""
        context = self.get_context(request)
        if mode_name == "questions":
            from quizzes.previewing import previewed_quiz

            context["sections"] = previewed_quiz(self)
        return context
