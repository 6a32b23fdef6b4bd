"""Refusals of `guidelines.domain` in words that a moderator reads."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_WORDS = {
    "not_positive": gettext_lazy("Editions are numbered from 1."),
    "before_approval": gettext_lazy("An edition cannot be published before it was approved."),
    "ahead": gettext_lazy("This day has not come yet: what you publish here can be read at once."),
    "before_publication": gettext_lazy("An edition cannot come into force before it was published."),
    "past": gettext_lazy("This day has passed. If the edition was adopted earlier, say so and why."),
    "before_force": gettext_lazy("The transition cannot end before the edition comes into force."),
    "used": gettext_lazy("Another edition of this code already has this."),
    "out_of_order": gettext_lazy("Numbers and first days must go the same way: a later edition has a larger number."),
    "nothing_new": gettext_lazy("The text is the same as that of the edition beside it."),
    "text_changed": gettext_lazy("The text on the drafting table has changed since you opened this form. Look again."),
    "address_taken": gettext_lazy("Another drafting page already publishes a code at this address."),
    "no_source": gettext_lazy("The Uzbek page is missing. It holds the authentic text."),
    "not_approved": gettext_lazy("The Uzbek page is not approved yet. Publish the page first."),
    "no_words": gettext_lazy("Write this in Uzbek at least."),
    "no_act": gettext_lazy("Name the approving act and its number."),
    "superseded": gettext_lazy("This edition is no longer in force. Read the one in force and confirm that."),
    "unknown_language": gettext_lazy("This edition has no text in that language."),
    "not_all_shown": gettext_lazy("The whole text must be shown before it can be confirmed."),
    "answers_too_long": gettext_lazy("The answers are too long."),
    "no_such_clause": gettext_lazy("This article has no such clause."),
    "same_words": gettext_lazy("The corrected words are the same as before."),
    "not_again": gettext_lazy("A corrigendum cannot take effect in the past."),
}


def in_words(reason: str) -> str:
    """Return a refusal in the reader's language."""
    return str(_WORDS[reason])


def wrong_places(places: Sequence[str]) -> str:
    """Return the refusal of a text that is not whole, naming up to twenty places."""
    named = ", ".join(dict.fromkeys(places[:20]))
    return _("The Uzbek text is not whole. Look at the words, keys and numbers here: %(places)s") % {"places": named}
