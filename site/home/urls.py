"""Pages of the front door that are not Wagtail pages."""

from django.urls import path

from . import views

app_name = "home"

urlpatterns = [
    path("report-mistake/", views.mistake, name="mistake"),
    path("report-mistake/thanks/", views.mistake_thanks, name="mistake-thanks"),
]
