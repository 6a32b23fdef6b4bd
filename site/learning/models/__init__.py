from .attempts import Attempt, DraftAnswer, Score, Submission, SubmittedAnswer
from .progress import ActivityCompletion, CourseCompletion, Enrolment, ProgressSummary

__all__ = [
    "ActivityCompletion",
    "Attempt",
    "CourseCompletion",
    "DraftAnswer",
    "Enrolment",
    "ProgressSummary",
    "Score",
    "Submission",
    "SubmittedAnswer",
]
