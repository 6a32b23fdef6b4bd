"""Reading pages of a code, fed by editions only."""

from django.urls import URLPattern

app_name = "guidelines"

urlpatterns: list[URLPattern] = []
