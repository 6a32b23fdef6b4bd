"""What editors see of the front door in the admin: the mistakes that readers report."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy

from accounts.access import is_editor

from .models import MistakeReport


class EditorsSettleReports(BasePermissionPolicy):
    """Editors read reports and settle them; nobody writes or deletes one here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Tell whether `user` may do `action` with reports."""
        return is_editor(user) and action in {"view", "change"}

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Tell whether `user` may do one of `actions`."""
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Any) -> Any:
        """Nobody is told about new reports by the admin."""
        from accounts.models import User

        return User.objects.none()


class MistakeReportViewSet(ModelViewSet):
    """A listing of reports, open ones first."""

    model = MistakeReport
    icon = "warning"
    menu_label = _("Reported mistakes")
    menu_order = 700
    add_to_admin_menu = True
    list_display = ["page", "words", "created_at", BooleanColumn("settled", label=_("Settled"))]
    list_filter = ["settled", "language"]
    search_fields = ["page", "words"]
    panels = [
        FieldPanel("page", read_only=True),
        FieldPanel("words", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("created_at", read_only=True),
        FieldPanel("settled"),
    ]
    permission_policy = EditorsSettleReports(MistakeReport)
    copy_view_enabled = False


@hooks.register("register_admin_viewset")
def register_reports() -> MistakeReportViewSet:
    """Add the listing to the admin."""
    return MistakeReportViewSet("mistake-reports")
