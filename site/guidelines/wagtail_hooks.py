"""The way to the form for publishing an edition. Wagtail's own Publish stays what it is: approving a draft."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from . import access, views_admin
from .models import EthicsCodePage


@hooks.register("register_admin_urls")
def publishing_urls() -> list[URLPattern]:
    """Add the form's address below /admin/."""
    return [
        path("guidelines/<int:page_id>/publish-edition/", views_admin.publish, name="guidelines_publish_edition"),
    ]


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the form above the drafting table."""
    yield from _button(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the form in lists of pages."""
    yield from _button(page, user)


class PublishEditionItem(ActionMenuItem):
    """The same way beside "Save draft" and "Publish"."""

    name = "action-publish-edition"
    label = _("Publish an edition…")
    icon_name = "clipboard-list"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it to moderators on a drafting table that exists."""
        page = context.get("page")
        return bool(page and page.specific_class is EthicsCodePage) and access.may_publish_editions(
            context["request"].user
        )

    def get_url(self, context: dict[str, Any]) -> str:
        """Return the form's address."""
        return reverse("guidelines_publish_edition", args=[context["page"].pk])


@hooks.register("register_page_action_menu_item")
def action_menu_item() -> ActionMenuItem:
    """Offer the form at the foot of the drafting table."""
    return PublishEditionItem(order=90)


def _button(page: Page, user: Any) -> Iterator[Button]:
    if page.specific_class is EthicsCodePage and access.may_publish_editions(user):
        yield Button(
            _("Publish an edition…"),
            reverse("guidelines_publish_edition", args=[page.pk]),
            icon_name="clipboard-list",
            priority=5,
        )
