"""How every type of question is shown, answered and reviewed: prepared values for templates, no queries.

One file for the types that are alike. Each turns a `Posed` question into a body to answer, into one to review by what
may be shown, and what a form sent into an `Answer`.
"""

from .asking import AskedQuestion, asked_question, sent_answer, start_of
from .posed import Fields, Mark, Posed
from .reviewing import Judged, ReviewedQuestion, citations, points_text, reviewed_question
from .words import Words, words

__all__ = [
    "AskedQuestion", "Fields", "Judged", "Mark", "Posed", "ReviewedQuestion", "Words", "asked_question", "citations",
    "points_text", "reviewed_question", "sent_answer", "start_of", "words",
]  # fmt: skip
