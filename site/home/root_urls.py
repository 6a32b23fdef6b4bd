"""Roots without a language: /, health, robots, sitemap."""

from django.urls import URLPattern, path

from . import health

app_name = "root"

urlpatterns: list[URLPattern] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
