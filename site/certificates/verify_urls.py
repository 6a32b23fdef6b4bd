"""/verify/: anybody checks a certificate."""

from django.urls import path

from . import verify_views

app_name = "verify"

urlpatterns = [
    path("", verify_views.search, name="search"),
    # Before the page of a code, which would take ".json" for a part of it.
    path("<str:code>.json", verify_views.certificate_json, name="json"),
    path("<str:code>/", verify_views.certificate, name="certificate"),
]
