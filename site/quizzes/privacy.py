"""Quizzes hold nobody's data, but files of questions that an editor has not confirmed yet."""

from django.utils.translation import gettext_lazy as _

from core.privacy import deleter, exporter, register, register_impersonal

from .models import QuestionBankIndexPage, QuestionBankPage, QuestionUpload, QuizPage, QuizText, QuizVersion

register_impersonal(QuizPage, QuestionBankIndexPage, QuestionBankPage, QuizVersion, QuizText)
register(
    QuestionUpload,
    person="owner",
    export=exporter(QuestionUpload, "owner", created_at=_("On"), name=_("File")),
    erase=deleter(QuestionUpload, "owner"),
    title=_("Files of questions you uploaded"),
)
