"""/my/courses/ and /my/attempts/."""

from django.urls import include, path

from . import views_courses, views_steps

app_name = "learning"

urlpatterns = [
    path("courses/<slug:slug>/", views_courses.course, name="course"),
    path("courses/<slug:slug>/enrol/", views_courses.enrol_view, name="enrol"),
    path("courses/<slug:slug>/leave/", views_courses.leave_view, name="leave"),
    path("courses/<slug:slug>/resume/", views_courses.resume_view, name="resume"),
    path("courses/<slug:slug>/finish/", views_courses.finish_view, name="finish"),
    path("courses/<slug:slug>/steps/<uuid:key>/read/", views_steps.confirm, name="confirm"),
    path("courses/<slug:slug>/steps/<uuid:key>/acknowledge/", views_steps.acknowledge, name="acknowledge"),
    path("", include("learning.urls_attempts")),
]
