"""/my/quizzes/<key>/ and /my/attempts/…: keyed by translation_key and uuid, never under the page tree."""

from django.urls import path

from . import views_attempts as views

urlpatterns = [
    path("quizzes/<uuid:key>/", views.quiz_start, name="quiz"),
    path("attempts/", views.attempt_list, name="attempts"),
    path("attempts/<uuid:uuid>/", views.attempt, name="attempt"),
    path("attempts/<uuid:uuid>/<int:position>/", views.attempt_question, name="attempt-question"),
    path("attempts/<uuid:uuid>/save/", views.attempt_save, name="attempt-save"),
    path("attempts/<uuid:uuid>/review/", views.attempt_review, name="attempt-review"),
    path("attempts/<uuid:uuid>/hand-in/", views.attempt_hand_in, name="attempt-hand-in"),
    path("attempts/<uuid:uuid>/result/", views.attempt_result, name="attempt-result"),
]
