"""/my/: the learner's desk and the transcript of hours."""

from django.urls import path

from . import views

app_name = "dashboard"

urlpatterns = [
    path("", views.home, name="home"),
    path("transcript/", views.transcript_page, name="transcript"),
    path("transcript.pdf", views.transcript_file, name="transcript_file"),
]
