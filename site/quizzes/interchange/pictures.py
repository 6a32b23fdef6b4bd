"""Images of a file: known by their content, named after it, bounded in number of bytes."""

from hashlib import sha256

from . import reasons
from .bounds import PICTURE_BYTES
from .model import Picture, Reason

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}


def media_type_of(content: bytes) -> str:
    """Return what the first bytes of an image say it is: PNG, JPEG, GIF or WebP; "" for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return ""


def picture_of(content: bytes) -> Picture | None:
    """Return an image under a name made from its content; None if it is no image of a known kind."""
    media_type = media_type_of(content)
    if not media_type:
        return None
    return Picture(f"{sha256(content).hexdigest()[:24]}.{_SUFFIXES[media_type]}", content, media_type)


class Album:
    """All images of one file, within the bound on their bytes."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._bytes = 0

    def admit(self, content: bytes, name: str) -> tuple[Picture | None, Reason | None]:
        """Return the image, or why it stays behind; `name` is what the file calls it."""
        picture = picture_of(content)
        if picture is None:
            return None, Reason(reasons.PICTURE_UNREADABLE, {"name": name})
        if picture.name not in self._known:
            if self._bytes + len(content) > PICTURE_BYTES:
                return None, Reason(reasons.PICTURES_TOO_LARGE)
            self._known.add(picture.name)
            self._bytes += len(content)
        return picture, None
