"""/my/: the learner's desk, leaving a group, the transcript of hours."""

from django.urls import path

from . import views, views_groups

app_name = "dashboard"

urlpatterns = [
    path("", views.home, name="home"),
    path("groups/<uuid:uuid>/leave/", views_groups.leave_group, name="leave_group"),
    path("transcript/", views.transcript_page, name="transcript"),
    path("transcript.pdf", views.transcript_file, name="transcript_file"),
]
