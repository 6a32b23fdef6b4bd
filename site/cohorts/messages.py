"""What this app tells people: that they are in a group, or that they are invited to one."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from notices.services import notify

from .models import Cohort, Invitation, Membership
from .subjects import subjects_of

#: Addresses that did not join are forgotten after this many days.
INVITATION_KEPT_DAYS = 180


def tell_member(*, membership: Membership, now: datetime) -> None:
    """Tell a person once, in their own language, which group they are in."""
    person, cohort = membership.person, membership.cohort
    language = person.preferred_language
    with translation.override(language):
        notify(
            person=person,
            kind="cohorts.joined",
            subject_key=f"cohort:{cohort.uuid}",
            language=language,
            subject=_("You are in the group “%(group)s”") % {"group": cohort.name},
            body=render_to_string("cohorts/mail/joined.txt", _facts(cohort, language)),
            url=reverse("dashboard:home"),
            now=now,
        )


def invitation_mail(invitation: Invitation) -> tuple[str, str]:
    """Return subject and plain text of an invitation, in the language it was made in."""
    language = invitation.language
    with translation.override(language):
        facts = _facts(invitation.cohort, language)
        facts["signup_url"] = f"{settings.PUBLIC_URL}{reverse('account_signup')}"
        facts["days"] = INVITATION_KEPT_DAYS
        subject = _("Invitation to the group “%(group)s” on Saboq") % {"group": invitation.cohort.name}
        return subject, render_to_string("cohorts/mail/invitation.txt", facts)


def _facts(cohort: Cohort, language: str) -> dict[str, Any]:
    subject = subjects_of([cohort], language)[cohort.pk]
    return {
        "group": cohort.name,
        "subject": subject.title,
        "subject_label": _("Course") if subject.kind == "course" else _("Programme"),
        "starts_on": cohort.starts_on,
        "ends_on": cohort.ends_on,
    }
