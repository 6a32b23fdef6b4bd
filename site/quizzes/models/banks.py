"""Banks of questions: pages with the quiz's own blocks that no visitor can open. Never snippets: editors need drafts,
review, translation and history for them as for every text.
"""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage
from quizzes.blocks import BankBlock


class PrivatePage(BasePage):
    """A page for editors only: no address, nothing in menus, site map or search."""

    class Meta:
        abstract = True

    def get_url_parts(self, *args: Any, **kwargs: Any) -> None:
        """Return nothing: there is no address."""
        return

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Refuse whoever guesses the address."""
        raise Http404

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse, from wherever the page was reached."""
        raise Http404

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[Any]:
        """Return nothing."""
        return []


class QuestionBankIndexPage(PrivatePage):
    """Where all banks stand."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["quizzes.QuestionBankPage"]
    max_count_per_parent = 1
    content_panels = Page.content_panels
    preview_modes: list[Any] = []

    class Meta:
        verbose_name = _("question banks")
        verbose_name_plural = _("question banks")


class QuestionBankPage(PrivatePage):
    """Reusable questions. A quiz draws the reviewed ones from the live page."""

    parent_page_types = ["quizzes.QuestionBankIndexPage"]
    subpage_types: list[str] = []

    note = models.TextField(_("note for editors"), blank=True, max_length=2000)
    questions = StreamField(BankBlock(), verbose_name=_("questions"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("note"),
        HelpPanel(template="quizzes/admin/outdated.html", heading=_("Articles that have changed")),
        FieldPanel("questions"),
    ]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    preview_modes = [("questions", _("Questions and answers"))]

    class Meta:
        verbose_name = _("question bank")
        verbose_name_plural = _("question banks")

    def outdated(self) -> Any:
        """Return the questions whose cited articles have changed since their review (for the editors' panel)."""
        from quizzes.outdated import outdated_in

        return outdated_in(self)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the questions with their key."""
        return "quizzes/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Add the questions."""
        from quizzes.previewing import previewed_bank

        return {**self.get_context(request), "sections": previewed_bank(self)}
