"""Pages that exist in development only."""

from django.urls import path, re_path

from . import development_media, styleguide

app_name = "development"

urlpatterns = [
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    # Nothing else of MEDIA_ROOT: issued papers lie there too.
    re_path(r"^media/(?P<folder>images|original_images)/(?P<name>[^/]+)$", development_media.picture, name="picture"),
]
