from .banks import QuestionBankIndexPage, QuestionBankPage
from .pages import QuizPage
from .records import QuizText, QuizVersion

__all__ = ["QuestionBankIndexPage", "QuestionBankPage", "QuizPage", "QuizText", "QuizVersion"]
