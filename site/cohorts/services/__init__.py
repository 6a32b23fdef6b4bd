"""Verbs about cohorts: open, change, lead, join, invite, leave."""

from .cohorts import CohortFacts, add_trainer, change_cohort, create_cohort, remove_trainer
from .invitations import accept_invitations, invite, withdraw_invitation
from .joining import join, welcome
from .members import add_members_by_email, leave

__all__ = [
    "CohortFacts",
    "accept_invitations",
    "add_members_by_email",
    "add_trainer",
    "change_cohort",
    "create_cohort",
    "invite",
    "join",
    "leave",
    "remove_trainer",
    "welcome",
    "withdraw_invitation",
]
