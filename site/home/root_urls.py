"""Roots without a language: /, health, robots, sitemap."""

from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, path

from . import health, roots
from .sitemap import SITEMAPS

app_name = "root"

urlpatterns: list[URLPattern] = [
    path("", roots.choose_language, name="root"),
    path("robots.txt", roots.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("site.webmanifest", roots.manifest, name="manifest"),
    path("favicon.ico", roots.favicon, name="favicon"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
