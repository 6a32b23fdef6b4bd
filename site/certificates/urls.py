"""/my/certificates/ and what belongs to it."""

from django.urls import path

from . import views

app_name = "certificates"

urlpatterns = [
    path("certificates/", views.certificates, name="list"),
    path("certificates/<slug:code>/<slug:language>.pdf", views.download, name="download"),
]
