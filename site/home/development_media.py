"""Pictures in development. In production the proxy in front hands them out (docs/operations.md)."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def picture(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    """Return one picture. Papers and documents have views of their own that check who asks."""
    return serve(request, name, document_root=str(Path(settings.MEDIA_ROOT) / folder))
