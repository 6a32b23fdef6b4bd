"""The drafting table. Reading pages of a code are fed by editions only (docs/architecture.md)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.blocks.text import PROSE_FEATURES
from core.models import ActivityPage, BasePage
from guidelines.blocks import CodeBodyBlock


class GuidelineIndexPage(BasePage):
    """The list of codes and guidelines."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guidelines.EthicsCodePage", "guidelines.GuidelinePage"]
    template = "guidelines/index.html"

    class Meta:
        verbose_name = _("guideline index")


class EthicsCodePage(BasePage):
    """The text of a code while it is being written. Publishing this page changes nothing that anybody reads."""

    short_title = models.CharField(_("short title"), max_length=120, blank=True)
    preamble = RichTextField(_("preamble"), features=PROSE_FEATURES, blank=True)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    notice = models.CharField(_("notice to readers"), max_length=300, blank=True)
    body = StreamField(CodeBodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("short_title"),
        FieldPanel("issuer"),
        FieldPanel("notice"),
        FieldPanel("preamble"),
        FieldPanel("body"),
    ]
    parent_page_types = ["guidelines.GuidelineIndexPage"]
    subpage_types: list[str] = []
    preview_modes = [("", _("Draft"))]
    template = "guidelines/draft.html"

    class Meta:
        verbose_name = _("ethics code (drafting table)")
        verbose_name_plural = _("ethics codes (drafting tables)")


class GuidelinePage(BasePage):
    """A guideline that explains and does not bind."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["guidelines.GuidelineIndexPage"]
    subpage_types: list[str] = []
    template = "guidelines/guideline.html"

    class Meta:
        verbose_name = _("guideline")
        verbose_name_plural = _("guidelines")


class AcknowledgementPage(ActivityPage):
    """A step of a course: read the edition in force and confirm it."""

    kind = "acknowledgement"
    completion_rule = "acknowledged"

    code_key = models.SlugField(
        _("code"), max_length=80, help_text=_("Slug of the code, like “online-practice-code”.")
    )
    intro = RichTextField(_("introduction"), features=PROSE_FEATURES, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("code_key"),
        FieldPanel("minutes"),
    ]
    override_translatable_fields = [
        *ActivityPage.override_translatable_fields,
        SynchronizedField("code_key", overridable=False),
    ]
    template = "guidelines/acknowledgement_step.html"

    class Meta:
        verbose_name = _("acknowledgement of a code")
        verbose_name_plural = _("acknowledgements of a code")
