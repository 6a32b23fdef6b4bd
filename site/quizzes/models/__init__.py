from .banks import QuestionBankIndexPage, QuestionBankPage
from .pages import QuizPage
from .records import QuizText, QuizVersion
from .uploads import QuestionUpload

__all__ = ["QuestionBankIndexPage", "QuestionBankPage", "QuestionUpload", "QuizPage", "QuizText", "QuizVersion"]
