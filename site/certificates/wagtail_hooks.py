"""The administrator's pages: the register, a certificate, revoking and replacing."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import views_admin
from .access import may_correct


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Add the addresses below /admin/certificates/."""
    return [
        path("certificates/", views_admin.register, name="certificates_register"),
        path("certificates/<int:pk>/", views_admin.entry, name="certificates_entry"),
        path("certificates/<int:pk>/revoke/", views_admin.revoke_entry, name="certificates_revoke"),
        path("certificates/<int:pk>/replace/", views_admin.replace_entry, name="certificates_replace"),
    ]


class _RegisterItem(MenuItem):
    """Shown to those who may correct the register."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_correct(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> Any:
    """Offer the register in the admin's menu."""
    return _RegisterItem(_("Certificates"), reverse_lazy("certificates_register"), icon_name="doc-full", order=700)
