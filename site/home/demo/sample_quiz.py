"""A quiz of the demo that nobody can open: questions of the course as they stand, one spoiled in translation.

It exists as a frozen version only, like a quiz whose page was withdrawn after it had been sat. The spoiled question is
told of in its title, and the real one on the course's page stays as it is.
"""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from core.canonical import canonical_json, digest
from home.loading.ids import content_id
from quizzes.domain.kinds import SINGLE, TRUEFALSE
from quizzes.domain.rules import Rules
from quizzes.domain.spec import Question, QuizSpec, Section, check_spec
from quizzes.domain.wording import Phrase, QuestionWording, QuizWording
from quizzes.models import QuizPage, QuizText, QuizVersion
from quizzes.services import freeze, spec_from, wording_from

KEY: UUID = content_id("demo", "simulated-quiz")
LANGUAGES = ("uz", "ru", "en")
QUESTIONS = 20
#: The spoiled question, by its short name, and its Russian words, in which "must" became "need not".
SPOILED = "unmarked-article"
SPOILED_WORDS = (
    "<p>Вы работаете с молодёжью из студенческого общежития только в чате. В статье 28 о записи после контакта не "
    "указана ни одна форма работы. Значит, после беседы в чате делать запись по этой статье не нужно.</p>"
)
TITLES = {
    "uz": "Namuna: taqlid qilingan urinishlar, rus tilida bitta savol ataylab buzilgan",
    "ru": "Образец: смоделированные попытки, один вопрос по-русски намеренно испорчен",
    "en": "Sample: simulated sittings, one question spoiled in Russian on purpose",
}

Words = dict[str, QuestionWording]


def freeze_sample(*, course_slug: str, now: datetime) -> tuple[QuizVersion, dict[str, QuizText]]:
    """Keep the sample and return its version and texts by language; what is kept already is returned.

    Raises:
        LookupError: if the course's quizzes have fewer questions than are wanted, or no question to spoil.
    """
    taken = list(_taken(course_slug, now))[:QUESTIONS]
    if len(taken) < QUESTIONS or all(question.name != SPOILED for question, _words in taken):
        raise LookupError(f"{course_slug}: too few questions for the sample")
    spec = QuizSpec(
        schema=2,
        quiz_key=str(KEY),
        rules=Rules(pass_percent=60),
        questions=tuple(question for question, _words in taken),
        sections=(Section("all", tuple(question.id for question, _words in taken)),),
    )
    check_spec(spec)
    payload = canonical_json(spec)
    version, _made = QuizVersion.objects.get_or_create(
        digest=digest(payload),
        defaults={"quiz_key": KEY, "schema": spec.schema, "payload": payload, "created_at": now},
    )
    return version, {language: _text(version, language, taken, now) for language in LANGUAGES}


def _taken(course_slug: str, now: datetime) -> Iterator[tuple[Question, Words]]:
    """Walk the questions with one right answer in the course's quizzes, with their words by language."""
    pages = QuizPage.objects.live().filter(locale__language_code="uz", url_path__contains=f"/{course_slug}/")
    for page in pages.order_by("path"):
        frozen = freeze(page=page, now=now)
        wordings = {language: wording_from(text.payload) for language, text in frozen.texts.items()}
        for question in spec_from(frozen.version.payload).questions:
            if question.type in (SINGLE, TRUEFALSE):
                words = {language: wording.question(question.id) for language, wording in wordings.items()}
                yield replace(question, points=1, critical=False, articles=()), words


def _text(version: QuizVersion, language: str, taken: list[tuple[Question, Words]], now: datetime) -> QuizText:
    words = [_spoiled(question, asked[language], language) for question, asked in taken]
    wording = QuizWording(
        schema=2,
        language=language,
        title=Phrase(TITLES[language], language),
        intro=Phrase("", language),
        questions=tuple(words),
        labels={"all": Phrase("", language)},
    )
    payload = canonical_json(asdict(wording))
    text, _made = QuizText.objects.get_or_create(
        version=version, language=language, digest=digest(payload), defaults={"payload": payload, "created_at": now}
    )
    return text


def _spoiled(question: Question, words: QuestionWording, language: str) -> QuestionWording:
    if (question.name, language) == (SPOILED, "ru"):
        return replace(words, stem=Phrase(SPOILED_WORDS, "ru"))
    return words
