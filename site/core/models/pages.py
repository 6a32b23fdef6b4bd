"""What every page of Saboq shares, and what a course outline walks."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.folding import fold
from core.shared_pages import for_everybody


class BasePage(Page):
    """A page with a summary, one slug for all languages and a folded search text."""

    summary = models.CharField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One sentence for lists, search results and link previews."),
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("folded_title", boost=2)]

    # The slug is the same in every language; keys and structure come from the source page.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the page, which is the same for every visitor."""
        return for_everybody(request, super().serve(request, *args, **kwargs))

    def folded_title(self) -> str:
        """Return the key under which the title is found in any spelling."""
        return fold(f"{self.title} {self.summary}")

    @property
    def is_source(self) -> bool:
        """Tell whether this page is the one that structure and rules are read from."""
        return self.locale.language_code == settings.LANGUAGE_CODE

    def source(self) -> Any:
        """Return the source-language page behind this one (itself, if it is the source or has none)."""
        if self.is_source:
            return self
        return (
            type(self)
            .objects.filter(translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE)
            .first()
            or self
        )


class ActivityContainer:
    """Marks page types under which activities may stand (a module)."""


class ActivityPage(BasePage):
    """One step of a course: a lesson, a quiz, an acknowledgement. Each has a completion rule of its own."""

    #: Stable name of the kind; part of frozen versions, so it never changes.
    kind = "activity"
    #: How a learner completes it: "confirmed", "passed" or "acknowledged".
    completion_rule = "confirmed"

    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=30, help_text=_("How long a learner needs; shown in the outline.")
    )
    is_sample = models.BooleanField(
        _("open to everyone"), default=False, help_text=_("Visitors may read it as a sample of the course.")
    )

    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("minutes", overridable=False),
        SynchronizedField("is_sample", overridable=False),
    ]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @classmethod
    def clean_parent_page_models(cls) -> list[type[Page]]:
        """Allow every container as a parent, without knowing which app it lives in."""
        from wagtail.models import get_page_models

        return [model for model in get_page_models() if issubclass(model, ActivityContainer)]
