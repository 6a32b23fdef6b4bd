"""Judged papers of a quiz, from records, as the statistics take them. Reads versions and records, never a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from core.canonical import canonical_json, digest
from learning.models import Score
from quizzes.domain.spec import Question
from quizzes.services import spec_from

from .domain.papers import Paper, Response

#: Submissions read at a time.
BATCH = 500


@dataclass(frozen=True)
class QuizPapers:
    """The papers of a quiz, and the questions on them as they were frozen.

    A question that an editor changed is another question from then on: its key is its id with the digest of what was
    frozen, so that figures of two wordings or two keys never mix.

    Attributes:
        papers: every handed-in attempt, judged as its counting score says, oldest first.
        questions: {key: the question as frozen}.
        versions: {key: id of the latest QuizVersion that holds it so}.
    """

    papers: list[Paper]
    questions: dict[str, Question]
    versions: dict[str, int]


def quiz_papers(quiz_key: UUID) -> QuizPapers:
    """Return all papers of a quiz. The number of queries grows by one for every `BATCH` submissions."""
    found = QuizPapers([], {}, {})
    keys: dict[int, dict[str, str]] = {}
    seen: set[int] = set()
    for score in _counting(quiz_key):
        attempt = score.submission.attempt
        if score.version_id not in keys:
            keys[score.version_id] = _keys_of(score, found)
        named = keys[score.version_id]
        answers = {answer.question: answer for answer in score.submission.answers.all()}
        responses = []
        for place in attempt.drawn:
            question = place["question"]
            judged = score.questions.get(question)
            if not judged or not judged["maximum"]:
                continue
            answer = answers.get(question)
            value = answer.value if answer else ()
            responses.append(
                Response(
                    question=named[question],
                    share=judged["points"] / judged["maximum"],
                    points=found.questions[named[question]].points,
                    chosen=tuple(value) if isinstance(value, list) else (),
                    language=answer.language if answer else attempt.language,
                    seconds=None,
                )
            )
        found.papers.append(Paper(first=attempt.person_id not in seen, responses=tuple(responses)))
        seen.add(attempt.person_id)
    return found


def _counting(quiz_key: UUID) -> Iterator[Score]:
    """Walk the score that counts of every submission, oldest submission first."""
    scores = (
        Score.objects.filter(submission__attempt__quiz_key=quiz_key)
        .select_related("submission__attempt", "version")
        .prefetch_related("submission__answers")
        .order_by("submission__at", "submission_id", "sequence")
    )
    waiting: Score | None = None
    for score in scores.iterator(chunk_size=BATCH):
        if waiting is not None and waiting.submission_id != score.submission_id:
            yield waiting
        waiting = score
    if waiting is not None:
        yield waiting


def _keys_of(score: Score, found: QuizPapers) -> dict[str, str]:
    """Return {question id: key} of a version, and note its questions."""
    keys = {}
    for question in spec_from(score.version.payload).questions:
        key = f"{question.id}.{digest(canonical_json(question))[:12]}"
        keys[question.id] = key
        found.questions[key] = question
        found.versions[key] = max(score.version_id, found.versions.get(key, 0))
    return keys
