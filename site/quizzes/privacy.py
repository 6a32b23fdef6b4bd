"""Quizzes hold nobody's data."""

from core.privacy import register_impersonal

from .models import QuestionBankIndexPage, QuestionBankPage, QuizPage, QuizText, QuizVersion

register_impersonal(QuizPage, QuestionBankIndexPage, QuestionBankPage, QuizVersion, QuizText)
