"""The formats that editors can choose."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from quizzes.interchange.gift import read_gift, write_gift
from quizzes.interchange.model import Reading, Writing
from quizzes.interchange.moodle import read_moodle, write_moodle
from quizzes.interchange.qti import read_qti, write_qti


@dataclass(frozen=True)
class Format:
    """A format: its title, the end of a file's name, its media type, reader and writer."""

    key: str
    title: Any
    suffix: str
    media_type: str
    read: Callable[..., Reading]
    write: Callable[..., Writing]


FORMATS = {
    found.key: found
    for found in (
        Format("moodle", _("Moodle XML"), "xml", "application/xml", read_moodle, write_moodle),
        Format("gift", "GIFT", "gift.txt", "text/plain; charset=utf-8", read_gift, write_gift),
        Format("qti", _("QTI 3.0 package"), "zip", "application/zip", read_qti, write_qti),
    )
}


def format_of(content: bytes) -> Format:
    """Return the format of a file by its first bytes; what is neither a package nor XML is read as GIFT."""
    if content.startswith(b"PK"):
        return FORMATS["qti"]
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return FORMATS["moodle" if start == b"<" else "gift"]
