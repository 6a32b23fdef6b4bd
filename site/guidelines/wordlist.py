"""Keys of the code's structure in words that a reader understands."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .blocks import MODALITIES

FORCES: dict[str, Promise] = {"binding": _("Binding"), "advisory": _("Advisory")}
STATES: dict[str, Promise] = {"repealed": _("No longer in force"), "moved": _("Moved")}
FORMS: dict[str, Promise] = dict(MODALITIES)

#: Kinds of acts that approve a code in Uzbekistan; the key is what is stored.
ACTS: dict[str, Promise] = {
    "buyruq": pgettext_lazy("approving act", "Order"),
    "qaror": pgettext_lazy("approving act", "Resolution"),
    "farmoyish": pgettext_lazy("approving act", "Directive"),
    "farmon": pgettext_lazy("approving act", "Decree"),
}


def act_kind(kind: str) -> str:
    """Return the kind of an approving act in words; an unlisted kind reads as it was entered."""
    return str(ACTS.get(kind, kind))
