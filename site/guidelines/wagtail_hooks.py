"""The way to the form for publishing an edition. Wagtail's own Publish stays what it is: approving a draft."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
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


def _button(page: Page, user: Any) -> Iterator[Button]:
    if page.specific_class is EthicsCodePage and access.may_publish_editions(user):
        yield Button(
            _("Publish an edition…"),
            reverse("guidelines_publish_edition", args=[page.pk]),
            icon_name="clipboard-list",
            priority=5,
        )
