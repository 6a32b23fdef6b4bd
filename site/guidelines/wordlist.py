"""Keys of the code's structure in words that a reader understands."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .blocks import MODALITIES

FORCES: dict[str, Promise] = {"binding": _("Binding"), "advisory": _("Advisory")}
STATES: dict[str, Promise] = {"repealed": _("No longer in force"), "moved": _("Moved")}
FORMS: dict[str, Promise] = dict(MODALITIES)

#: Kinds of acts that approve a code in Uzbekistan; the key is what is stored.
ACTS: dict[str, Promise] = {
    "buyruq": _("Order"),
    "qaror": _("Resolution"),
    "farmoyish": _("Directive"),
    "farmon": _("Decree"),
}


def act_kind(kind: str) -> str:
    """Return the kind of an approving act in words; an unlisted kind reads as it was entered."""
    return str(ACTS.get(kind, kind))
