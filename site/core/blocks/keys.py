"""Keys inside blocks: never offered to translators, never derived from words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RegexBlock

KEY_PATTERN = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"


class KeyBlock(RegexBlock):
    """A permanent key: lower-case Latin letters and digits, parted by dots or hyphens.

    A `RegexBlock`, because wagtail-localize offers every `CharBlock` to translators and a key must stay as it is.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("regex", KEY_PATTERN)
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault(
            "error_messages",
            {"invalid": _("Use lower-case Latin letters, digits, dots and hyphens, like “consent.online”.")},
        )
        super().__init__(**kwargs)
