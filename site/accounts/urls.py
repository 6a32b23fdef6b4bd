"""/account/: the person's own pages, and allauth's."""

from django.urls import include, path

urlpatterns = [
    path("", include("accounts.own_urls")),
    path("", include("allauth.urls")),
]
