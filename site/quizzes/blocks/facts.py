"""Structure that is written as text. wagtail-localize offers every `CharBlock` to translators, but not these."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RegexBlock

from core.blocks.keys import KEY_PATTERN
from quizzes.domain.answers import BadAnswer
from quizzes.domain.kinds.numeric import exact


class NumberBlock(RegexBlock):
    """An exact number: "14", "2.5" or "1/7"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 30)
        kwargs["error_messages"] = {"invalid": _("Write a number, like 14, 2.5 or 1/7.")}
        super().__init__(regex=r"^[-+]?[0-9]+([.,][0-9]+)?(/[0-9]+)?$", **kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse what looks like a number and is none (1/0)."""
        cleaned = super().clean(value)
        try:
            if cleaned:
                exact(cleaned)
        except BadAnswer as fault:
            raise ValidationError(_("Write a number, like 14, 2.5 or 1/7.")) from fault
        return cleaned


class SpellingsBlock(RegexBlock):
    """Accepted spellings in all languages together, parted by semicolons. They are key, not words to translate."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 1000)
        kwargs.setdefault(
            "help_text",
            _("Accepted spellings in all languages, parted by semicolons. Case, script and apostrophes are folded."),
        )
        super().__init__(regex=r"^[^<>]*$", **kwargs)


class TagsBlock(RegexBlock):
    """Tags of a question, parted by spaces."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("required", False)
        pattern = KEY_PATTERN.removeprefix("^").removesuffix("$")
        kwargs["error_messages"] = {
            "invalid": _("Use lower-case Latin letters, digits and hyphens; part tags by spaces.")
        }
        super().__init__(regex=rf"^{pattern}( {pattern})*$", **kwargs)


def spellings(text: str) -> tuple[str, ...]:
    """Return the spellings of a `SpellingsBlock` value."""
    return tuple(word.strip() for word in (text or "").split(";") if word.strip())


def tags(text: str) -> frozenset[str]:
    """Return the tags of a `TagsBlock` value."""
    return frozenset((text or "").split())
