"""The text of an edition as HTML, rendered once per process.

A wording never changes, and its HTML depends on nothing but the wording, the corrections shown beside it, the filter
and the reader's language. Rendering fifty articles takes many times as long as everything else on the page.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from .models import Edition
from .reading import TextView, text_view
from .selectors import Wording
from .wordlist import FORMS

_KEEP = 32
_Key = tuple[int, str, tuple[int, ...], str, str | None]
_rendered: "OrderedDict[_Key, RenderedText]" = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class RenderedText:
    """A prepared text with its two long passages as HTML: the articles and the table of contents."""

    view: TextView
    body: SafeString
    contents: SafeString


def rendered_text(wording: Wording, edition: Edition, *, day: date, form: str = "") -> RenderedText:
    """Return the text of an edition as it reads on a day, ready for a template.

    Args:
        wording: the text as it reads on the day.
        edition: its edition, with its code.
        day: the day.
        form: key of a form of online work to filter by; unknown ones show everything.
    """
    form = form if form in FORMS else ""
    numbers = tuple(row.number for row in wording.corrigenda)
    key = (edition.pk, wording.digest, numbers, form, get_language())
    kept = _rendered.get(key)
    if kept is None:
        view = text_view(wording, edition, day=day, form=form)
        context = {"text": view}
        kept = RenderedText(
            view=view,
            body=render_to_string("guidelines/text.html", context),
            contents=render_to_string("guidelines/toc.html", context),
        )
        with _lock:
            while len(_rendered) >= _KEEP:
                _rendered.popitem(last=False)
            _rendered[key] = kept
    return kept
