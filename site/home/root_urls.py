"""Roots without a language: /, health, robots, sitemap."""

from django.urls import URLPattern

app_name = "root"

urlpatterns: list[URLPattern] = []
