"""What an editor sees in the preview: the draft's words on the source page's structure, with the key."""

from django.utils.translation import gettext as _

from .domain.kinds import TRUE, TRUEFALSE
from .domain.spec import Question
from .domain.wording import PartWording, Phrase


def option_text(question: Question, option: PartWording) -> Phrase:
    """Return the words of an option; those of a statement are the site's own, in the reader's language."""
    if question.type != TRUEFALSE:
        return option.text
    return Phrase(_("True") if option.id == TRUE else _("False"), "")
