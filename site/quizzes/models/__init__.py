from .pages import QuizPage
from .records import QuizText, QuizVersion

__all__ = ["QuizPage", "QuizText", "QuizVersion"]
