"""The roles of Saboq. A role is a group with a fixed name; everybody signed in is a learner."""

from django.utils.translation import gettext_lazy as _

TRAINER = "trainer"
EDITOR = "editor"
MODERATOR = "moderator"
MANAGER = "manager"
AUDITOR = "auditor"
ADMINISTRATOR = "administrator"

#: Roles above learner, with the names people read.
ROLES = {
    TRAINER: _("Trainer"),
    EDITOR: _("Editor"),
    MODERATOR: _("Moderator"),
    MANAGER: _("Manager"),
    AUDITOR: _("Auditor"),
    ADMINISTRATOR: _("Administrator"),
}

#: Roles that work in the Wagtail admin.
ADMIN_SITE_ROLES = (EDITOR, MODERATOR, ADMINISTRATOR)
