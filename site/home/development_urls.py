"""Pages that exist in development only."""

from django.urls import path

from . import styleguide

app_name = "development"

urlpatterns = [path("styleguide/", styleguide.styleguide, name="styleguide")]
