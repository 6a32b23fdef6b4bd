"""/account/: allauth and the person's own data."""

from django.urls import include, path

urlpatterns = [
    path("", include("allauth.urls")),
]
