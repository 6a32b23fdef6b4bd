"""Words as a page shows them."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from quizzes.domain.wording import Phrase


@dataclass(frozen=True)
class Words:
    """Text to show: plain text, or HTML that was cleaned when it was frozen. `lang` is "" in the page's language."""

    text: str | SafeString
    lang: str

    def __bool__(self) -> bool:
        return bool(self.text)


def words(phrase: Phrase, language: str, *, html: bool = False) -> Words:
    """Return a phrase ready for a page in `language`."""
    text = mark_safe(phrase.text) if html else phrase.text  # cleaned by quizzes.richtext when it was frozen
    return Words(text, phrase.language if phrase.language not in ("", language) else "")
