"""The drafting table. Reading pages of a code are fed by editions only (docs/architecture.md)."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.blocks.text import PROSE_FEATURES
from core.models import ActivityPage, BasePage
from guidelines.blocks import CodeBodyBlock

from .records import Code


class GuidelineIndexPage(BasePage):
    """The list of codes and guidelines."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guidelines.EthicsCodePage", "guidelines.GuidelinePage"]
    template = "guidelines/index.html"

    class Meta:
        verbose_name = _("guideline index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the codes in force and the guidelines below."""
        from guidelines.listing import index_context

        return super().get_context(request, *args, **kwargs) | index_context(self, request)


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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the preview the words for force and state."""
        from guidelines.wordlist import FORCES, STATES

        return super().get_context(request, *args, **kwargs) | {"words": {"forces": FORCES, "states": STATES}}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Never show the draft: lead to the reading page, or say that there is no edition yet."""
        code = Code.objects.filter(translation_key=self.translation_key).first()
        if code is not None:
            return redirect("guidelines:code", slug=code.slug)
        return render(request, "guidelines/no_edition.html", {"page": self})


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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Tell a visitor which edition is in force, and the way to it and to the course."""
        from guidelines.selectors import edition_in_force

        edition = edition_in_force(code_key=self.source().code_key, day=timezone.localdate())
        course = self.get_parent().get_parent() if self.depth and self.depth > 3 else None
        return super().get_context(request, *args, **kwargs) | {
            "edition": edition,
            "code_url": reverse("guidelines:code", args=[edition.code.slug]) if edition else "",
            "course_url": course.get_url(request) if course else "",
        }
