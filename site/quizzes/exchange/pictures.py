"""Images of a file: looked at by Pillow before anybody sees them, kept in the library when the editor confirms."""

import re
import warnings
from collections.abc import Mapping
from html import escape, unescape
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from quizzes.interchange.model import Picture

_IMG = re.compile(r'<img src="([^"]*)"(?: alt="([^"]*)")?>')
_FORMATS = ["PNG", "JPEG", "GIF", "WEBP"]
#: Points of an image, so that a small file does not unpack into a giant.
_MOST_POINTS = 16_000_000


def is_sound(picture: Picture) -> bool:
    """Tell whether Pillow can read an image whole and its size is sensible."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(BytesIO(picture.content), formats=_FORMATS) as image:
                if image.width * image.height > _MOST_POINTS:
                    return False
                image.load()
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        Pillow.DecompressionBombError,
        Pillow.DecompressionBombWarning,
    ):
        return False
    return True


def images_in(html: str) -> list[tuple[str, str]]:
    """Return (name, alternative text) of the images in clean HTML, in their order."""
    return [(unescape(name), unescape(alt or "")) for name, alt in _IMG.findall(html)]


def without_images(html: str) -> str:
    """Return clean HTML without images and the paragraphs that held nothing else."""
    return re.sub(r"<p>(?:\s|&nbsp;)*</p>", "", _IMG.sub("", html)).strip()


def with_shown(html: str, addresses: Mapping[str, str]) -> str:
    """Return clean HTML whose images have other addresses; an image without one goes."""

    def shown(found: re.Match[str]) -> str:
        address = addresses.get(unescape(found[1]), "")
        return f'<img src="{escape(address)}" alt="{found[2] or ""}">' if address else ""

    return _IMG.sub(shown, html)


def with_embedded(html: str, images: Mapping[str, Any], alternatives: Mapping[str, str]) -> str:
    """Return clean HTML in the form of Wagtail's database, its images below the text."""
    embedded = "".join(
        f'<embed embedtype="image" id="{images[name].pk}" alt="{escape(alt or alternatives.get(name, ""))}"'
        ' format="fullwidth"/>'
        for name, alt in images_in(html)
        if name in images
    )
    return without_images(html) + embedded


def kept_image(picture: Picture, *, title: str, person: Any) -> Any:
    """Return the image of the library with this content; it is added if there is none."""
    model = get_image_model()
    file_hash = hash_filelike(BytesIO(picture.content))
    known = model.objects.filter(file_hash=file_hash).order_by("pk").first()
    if known:
        return known
    image = model(
        title=(title or picture.name)[:255],
        file=ContentFile(picture.content, picture.name),
        uploaded_by_user=person,
        collection=Collection.get_first_root_node(),
        file_hash=file_hash,
        file_size=len(picture.content),
    )
    image.save()
    return image
