"""/my/certificates/ and what belongs to it."""

from django.urls import URLPattern

app_name = "certificates"

urlpatterns: list[URLPattern] = []
