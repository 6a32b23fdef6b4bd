from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "quizzes"
