"""Quizzes hold nobody's data."""

from core.privacy import register_impersonal

from .models import QuizPage, QuizText, QuizVersion

register_impersonal(QuizPage, QuizVersion, QuizText)
