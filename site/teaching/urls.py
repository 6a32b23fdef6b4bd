"""/teach/: the trainer's desk."""

from django.urls import path

from .views import allowances, cohorts, desk, grid, learners, marking, members, statistics

app_name = "teaching"

urlpatterns = [
    path("", desk.home, name="home"),
    path("territory/", desk.territory, name="territory"),
    path("marking/", marking.queue, name="marking"),
    path("marking/<uuid:uuid>/<slug:question>/", marking.answer, name="marking_answer"),
    path("cohorts/new/", cohorts.cohort_new, name="cohort_new"),
    path("cohorts/<uuid:uuid>/", cohorts.cohort, name="cohort"),
    path("cohorts/<uuid:uuid>/change/", cohorts.cohort_change, name="cohort_change"),
    path("cohorts/<uuid:uuid>/trainers/", cohorts.trainer_add, name="trainer_add"),
    path("cohorts/<uuid:uuid>/trainers/<uuid:public_id>/remove/", cohorts.trainer_remove, name="trainer_remove"),
    path("cohorts/<uuid:uuid>/members/", members.members_add, name="members_add"),
    path("cohorts/<uuid:uuid>/members/<uuid:public_id>/remove/", members.member_remove, name="member_remove"),
    path(
        "cohorts/<uuid:uuid>/invitations/<int:pk>/withdraw/", members.invitation_withdraw, name="invitation_withdraw"
    ),
    path("cohorts/<uuid:uuid>/grid/", grid.grid, name="grid"),
    path("cohorts/<uuid:uuid>/grid.csv", grid.grid_file, name="grid_file"),
    path("cohorts/<uuid:uuid>/learners/<uuid:public_id>/", learners.learner, name="learner"),
    path("cohorts/<uuid:uuid>/more/", allowances.allowances, name="allowances"),
    path("cohorts/<uuid:uuid>/more/<int:pk>/end/", allowances.allowance_end, name="allowance_end"),
    path(
        "cohorts/<uuid:uuid>/learners/<uuid:public_id>/more/",
        allowances.allowances,
        name="member_allowances",
    ),
    path(
        "cohorts/<uuid:uuid>/learners/<uuid:public_id>/unlock/",
        allowances.unlock_attempt,
        name="unlock_attempt",
    ),
    path(
        "cohorts/<uuid:uuid>/learners/<uuid:public_id>/attempts/<uuid:attempt_uuid>/",
        learners.attempt,
        name="attempt",
    ),
    path("quizzes/", statistics.statistics, name="statistics"),
    path("quizzes/<uuid:key>/", statistics.quiz, name="statistics_quiz"),
    path("quizzes/<uuid:key>/questions.csv", statistics.quiz_file, name="statistics_quiz_file"),
    path("quizzes/<uuid:key>/questions/<str:question>/", statistics.question, name="statistics_question"),
    path(
        "quizzes/<uuid:key>/questions/<str:question>/question.csv",
        statistics.question_file,
        name="statistics_question_file",
    ),
]
