"""What the frame of every page needs."""

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """Return what base.html shows around a page."""
    return {}
