"""Images inside questions, kept by their content: what was shown in an attempt is there when the library's is gone."""

import re
from hashlib import sha256
from html import escape, unescape
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.images import get_image_model

#: Width and height at most, in points: enough for a phone and for two columns of a desk.
_MOST = (960, 960)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
#: In the one folder of the media that is handed out to everybody, beside the pictures of pages.
_PATH = "images/question-"


def picture_html(embed: str) -> str:
    """Return the `img` for an image embedded in rich text; nothing for what is no image or is gone."""
    given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(embed)}
    if given.get("embedtype") != "image" or not given.get("id", "").isdigit():
        return ""
    image = get_image_model().objects.filter(pk=given["id"]).first()
    kept = _kept(image) if image else None
    if kept is None:
        return ""
    address, width, height = kept
    alt = escape(given.get("alt", ""))
    return f'<p><img src="{escape(address)}" alt="{alt}" width="{width}" height="{height}"></p>'


def _kept(image: Any) -> tuple[str, int, int] | None:
    """Return address and size of the copy; the same image always has the same."""
    try:
        with image.open_file() as file:
            original = file.read()
        with Pillow.open(BytesIO(original)) as opened:
            suffix = {"JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}.get(opened.format or "", "png")
            whole = ImageOps.exif_transpose(opened)
            size = ImageOps.contain(Pillow.new("1", whole.size), _MOST).size if _is_large(whole) else whole.size
            path = f"{_PATH}{sha256(original).hexdigest()[:32]}-{size[0]}.{suffix}"
            if not default_storage.exists(path):
                default_storage.save(path, ContentFile(_bytes(whole, size, opened.format or "PNG", original)))
    except (OSError, ValueError, SyntaxError):
        return None
    return default_storage.url(path), *size


def _is_large(image: Pillow.Image) -> bool:
    return image.width > _MOST[0] or image.height > _MOST[1]


def _bytes(image: Pillow.Image, size: tuple[int, int], format_: str, original: bytes) -> bytes:
    """Return the copy. A photograph is written anew in any case, so that it does not tell where it was taken."""
    if size == image.size and format_ != "JPEG":
        return original
    target = BytesIO()
    image.resize(size).save(target, format_ if format_ in ("JPEG", "GIF", "WEBP") else "PNG")
    return target.getvalue()
