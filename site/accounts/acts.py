"""How the kinds of privileged acts read. Apps name their own when Django starts."""

from typing import Any

from django.utils.translation import gettext_lazy as _

_labels: dict[str, Any] = {
    "accounts.give_role": _("gave a role"),
    "accounts.take_role": _("took a role"),
    "accounts.assign_territory": _("assigned a territory"),
    "accounts.end_territory": _("ended a territory"),
    "accounts.erase_person": _("erased a person"),
}


def name_act(verb: str, label: Any) -> None:
    """Say how a kind of act, like "guidelines.publish_edition", reads in the log (translatable)."""
    _labels[verb] = label


def act_label(verb: str) -> str:
    """Return how a kind of act reads; the bare verb where nobody named it."""
    return str(_labels.get(verb, verb))
