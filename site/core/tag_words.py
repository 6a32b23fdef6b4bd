"""Tags in the reader's language. Editors type tags freely; those of our own content are written as keys."""

from django.utils.translation import gettext_lazy as _

#: Words of the tags that `content/` uses.
WORDS = {
    "access": _("access to one’s own file"),
    "accountability": _("accountability"),
    "ai": _("artificial intelligence"),
    "boundaries": _("boundaries"),
    "breach": _("data breach"),
    "chat": _("chat"),
    "children": _("children"),
    "code": _("code of ethics"),
    "complaints": _("complaints"),
    "consent": _("consent"),
    "disclosure": _("lawful disclosure"),
    "edition": _("editions"),
    "ethics": _("ethics"),
    "failure": _("broken connection"),
    "guardians": _("guardians"),
    "identity": _("identity"),
    "law": _("law"),
    "messengers": _("messengers"),
    "privacy": _("privacy"),
    "protocol": _("protocols"),
    "recording": _("recording"),
    "records": _("records"),
    "retention": _("retention periods"),
    "safety": _("safety"),
    "security": _("information security"),
    "shared-phones": _("shared phones"),
    "social-media": _("social media"),
    "storage": _("storage"),
    "transcription": _("transcription"),
    "wellbeing": _("worker’s wellbeing"),
    "withdrawal": _("withdrawal of consent"),
}


def tag_word(name: str) -> str:
    """Return a tag in the active language; one that an editor made is shown as it was typed."""
    return str(WORDS.get(name, name))
