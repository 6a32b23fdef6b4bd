"""People are looked after on pages of our own: whoever edits users in Wagtail could make super-users."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks


def _refuse(request: HttpRequest, *args: Any) -> HttpResponse:
    messages.error(request, _("People and their roles are managed on the page “People” of the site."))
    return redirect("accounts:people")


@hooks.register("before_create_user")
def refuse_to_create(request: HttpRequest) -> HttpResponse:
    """Send to our page; people make their accounts themselves."""
    return _refuse(request)


@hooks.register("before_edit_user")
def refuse_to_edit(request: HttpRequest, user: Any) -> HttpResponse:
    """Send to our page, where an act has a reason and is logged."""
    return _refuse(request)


@hooks.register("before_delete_user")
def refuse_to_delete(request: HttpRequest, user: Any) -> HttpResponse:
    """Send to our page: people are erased, never deleted, because records point at them."""
    return _refuse(request)


@hooks.register("construct_settings_menu")
def hide_people(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take users and groups out of the menu, also for the first super-user."""
    menu_items[:] = [item for item in menu_items if item.name not in ("users", "groups")]
