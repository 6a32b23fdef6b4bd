"""The sizes in which pages show a picture, made by the worker when it is stored: reading a page makes nothing.

A page shows the sizes that are there, and the picture as it was stored while there is none.
"""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.files import ImageFieldFile
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, ResponsiveImage

#: The smallest first; WebP is a fifth of a PNG.
FILTERS = ("width-480|format-webp", "width-960|format-webp", "width-1440|format-webp")
#: The reading column is 44rem wide; on a narrow screen a picture takes all of it.
_SIZES = "(min-width: 46rem) 44rem, 100vw"
#: A tick orders sizes of so many pictures at most.
_AT_ONCE = 50


@task()
def make_sizes(image_id: int) -> None:
    """Make what is missing of a picture's sizes; one that is gone needs none."""
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is None:
        return
    there = image.find_existing_renditions(*_wanted())
    for missing in _wanted():
        if missing not in there:
            # One by one: Wagtail stores many at once without a signal, and pages that are kept would not hear of it.
            image.create_rendition(missing)


def order_sizes(sender: type, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """Order the sizes of a picture that was stored, in the same transaction."""
    if update_fields is None:
        make_sizes.enqueue(instance.pk)


def order_missing(*, now: datetime) -> int:
    """Order the sizes that no task has made (a chore of the tick); return for how many pictures."""
    there = Count("renditions", filter=Q(renditions__filter_spec__in=FILTERS))
    lacking = get_image_model().objects.annotate(there=there).filter(there__lt=len(FILTERS)).order_by("pk")
    numbers = list(lacking.values_list("pk", flat=True)[:_AT_ONCE])
    for number in numbers:
        make_sizes.enqueue(number)
    return len(numbers)


def picture_html(image: AbstractImage, alt: str) -> SafeString:
    """Return a picture for a page. One query."""
    sizes = _ready(image)
    if sizes:
        attributes = {"sizes": _SIZES, "alt": alt, "loading": "lazy", "decoding": "async"}
        return SafeString(str(ResponsiveImage(sizes, attributes)))
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy" decoding="async">',
        image.file.url,
        image.width,
        image.height,
        alt,
    )


def middle_size(image: AbstractImage) -> AbstractRendition | ImageFieldFile:
    """Return what a film shows before it plays: it has url, width and height. One query."""
    return _ready(image).get(FILTERS[1]) or image.file


def _ready(image: AbstractImage) -> dict[str, AbstractRendition]:
    found = image.find_existing_renditions(*_wanted())
    return {wanted.spec: found[wanted] for wanted in _wanted() if wanted in found}


def _wanted() -> list[Filter]:
    return [Filter(spec=spec) for spec in FILTERS]
