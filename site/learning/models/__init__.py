from .allowances import QuizAllowance
from .attempts import Attempt, DraftAnswer, Score, Submission, SubmittedAnswer
from .marks import Mark
from .progress import ActivityCompletion, CourseCompletion, Enrolment, ProgressSummary

__all__ = [
    "ActivityCompletion",
    "Attempt",
    "CourseCompletion",
    "DraftAnswer",
    "Enrolment",
    "Mark",
    "ProgressSummary",
    "QuizAllowance",
    "Score",
    "Submission",
    "SubmittedAnswer",
]
