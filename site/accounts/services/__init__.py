"""Verbs about people. Each is one transaction: permission, change and log together."""

from .erasure import erase_person, erase_what_came_late
from .log import log_act
from .names import confirm_printed_name
from .notice import accept_privacy_notice
from .profile import update_profile
from .roles import give_role, take_role
from .territories import assign_territory, end_territory

__all__ = [
    "accept_privacy_notice",
    "assign_territory",
    "confirm_printed_name",
    "end_territory",
    "erase_person",
    "erase_what_came_late",
    "give_role",
    "log_act",
    "take_role",
    "update_profile",
]
