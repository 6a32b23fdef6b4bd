"""What the frame of every page needs."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .frame import frame_of


def frame(request: HttpRequest) -> dict[str, object]:
    """Return what base.html shows around a page; nothing is read before a template asks for it."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}
