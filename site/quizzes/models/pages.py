"""The quiz as editors see it. Learners' attempts never read this page: they read its frozen version."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from competences.fields import KeyListField
from core.blocks.text import PROSE_FEATURES
from core.models import ActivityPage, BasePage
from quizzes.blocks import QuestionsBlock

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

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
