"""Tags in the reader's language. Editors type tags freely; those of our own content are written as keys."""

from django.utils.translation import gettext_lazy as _

#: Words of the tags that `content/` uses.
WORDS = {
    "children": _("children"),
    "code": _("code of ethics"),
    "consent": _("consent"),
    "edition": _("editions"),
    "ethics": _("ethics"),
    "failure": _("broken connection"),
    "guardians": _("guardians"),
    "identity": _("identity"),
    "law": _("law"),
    "privacy": _("privacy"),
    "protocol": _("protocols"),
    "safety": _("safety"),
    "withdrawal": _("withdrawal of consent"),
}


def tag_word(name: str) -> str:
    """Return a tag in the active language; one that an editor made is shown as it was typed."""
    return str(WORDS.get(name, name))
