"""/my/: the learner's desk."""

from django.urls import URLPattern

app_name = "dashboard"

urlpatterns: list[URLPattern] = []
