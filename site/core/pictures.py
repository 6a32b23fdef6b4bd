"""The sizes in which pages show a picture, made by the worker when it is stored: reading a page makes nothing."""

from typing import Any

from django_tasks import task
from wagtail.images import get_image_model

#: As the templates of the blocks ask for them (core/blocks/image.html, video.html); WebP is a fifth of a PNG.
FILTERS = ("width-480|format-webp", "width-960|format-webp", "width-1440|format-webp")


@task()
def make_sizes(image_id: int) -> None:
    """Make what is missing of a picture's sizes; one that is gone needs none."""
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is not None:
        image.get_renditions(*FILTERS)


def order_sizes(sender: type, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """Order the sizes of a picture that was stored, in the same transaction."""
    if update_fields is None:
        make_sizes.enqueue(instance.pk)
