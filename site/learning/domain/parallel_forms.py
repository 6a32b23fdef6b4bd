"""Parallel forms: which of two equal papers a person gets. Half of all people begin with A, half with B."""

from collections.abc import Sequence
from hashlib import sha256


def form_for(forms: Sequence[str], *, person: str, quiz: str, met: str = "") -> str:
    """Return the form of an attempt, "" for a quiz that has no forms.

    The same person always gets the same form of a quiz; an exit test gives the form not met in its entry test.

    Args:
        forms: of the quiz, as `QuizSpec.forms` has them.
        person, quiz: permanent keys; their digest decides, so that nobody has to keep a list.
        met: the form met in the quiz that this one is paired with; "" = none.
    """
    others = [form for form in forms if form != met]
    if met in forms and others:
        return others[0]
    return forms[sha256(f"{person}|{quiz}".encode()).digest()[0] % len(forms)]
