"""Pages of the front door that are not Wagtail pages."""

from django.urls import URLPattern

app_name = "home"

urlpatterns: list[URLPattern] = []
