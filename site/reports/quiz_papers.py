"""Judged papers of a quiz, from records, as the statistics take them. Reads versions and records, never a page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import TextField
from django.db.models.functions import Cast

from core.canonical import canonical_json, digest
from learning.models import Score, SubmittedAnswer
from quizzes.domain.kinds import Choice, Scenario, Statement
from quizzes.domain.spec import Question
from quizzes.domain.wording import QuizWording
from quizzes.models import QuizText, QuizVersion
from quizzes.services import spec_from, wording_from

from .domain.papers import Paper, Response

_BATCH = 2000
_NOT_ANSWERED = (None, "", None, None)


@dataclass(frozen=True)
class Frozen:
    """A question as it was frozen. What an editor changed is another question from then on.

    Attributes:
        key: id with a digest of structure, key and the source language's words, so that figures of two wordings or two
            keys never mix.
        version: the latest version that holds it so.
        since: id of the first one.
    """

    key: str
    question: Question
    version: int
    since: int

    @property
    def options(self) -> tuple[str, ...]:
        """Return the ids of what can be chosen: options, or decisions of a case; () for all other types."""
        kind = self.question.kind
        if isinstance(kind, Choice | Statement):
            return kind.parts
        if isinstance(kind, Scenario):
            return tuple(decision.id for situation in kind.situations for decision in situation.decisions)
        return ()


@dataclass(frozen=True)
class QuizPapers:
    """The papers of a quiz, oldest first, and the questions on them as they were frozen, in the order of the quiz.

    Attributes:
        waiting: papers that are left out because a trainer has yet to mark them.
    """

    papers: list[Paper]
    questions: dict[str, Frozen]
    waiting: int


def quiz_papers(quiz_key: UUID) -> QuizPapers:
    """Return all papers of a quiz, each judged as its counting score says. Four queries, however many there are."""
    return _Reader(quiz_key).read()


@dataclass
class _Reader:
    quiz_key: UUID
    questions: dict[str, Frozen] = field(default_factory=dict)
    versions: dict[int, QuizVersion] = field(default_factory=dict)
    texts: dict[int, QuizWording] = field(default_factory=dict)
    keys: dict[tuple[int, int | None], dict[str, str]] = field(default_factory=dict)
    words: dict[tuple[int, str], str] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)

    def read(self) -> QuizPapers:
        self.versions = {version.pk: version for version in QuizVersion.objects.filter(quiz_key=self.quiz_key)}
        payloads = QuizText.objects.filter(version__quiz_key=self.quiz_key).values_list("pk", "payload")
        self.texts = {pk: wording_from(payload) for pk, payload in payloads}
        answers = self._answers()
        seen: set[int] = set()
        waiting = 0
        rows: list[tuple[bool, list[Response], list[int | None]]] = []
        for submission, person, judged, version, shown, language, waits in self._counting():
            first = person not in seen
            seen.add(person)
            if waits:
                waiting += 1
                continue
            responses, read_in = self._responses(judged, version, shown, language, answers.get(submission, {}))
            rows.append((first, responses, read_in))
        stale = self._stale(rows)
        papers = [
            Paper(first, tuple(self._current(responses, texts, stale) if stale else responses))
            for first, responses, texts in rows
        ]
        return QuizPapers(papers, self.questions, waiting)

    def _counting(self) -> Iterator[tuple[int, int, dict, int, dict, str, int]]:
        """Walk the score that counts of every submission, oldest submission first."""
        scores = (
            Score.objects.filter(submission__attempt__quiz_key=self.quiz_key)
            .order_by("submission__at", "submission_id", "sequence")
            .values_list(
                "submission_id",
                "submission__person_id",
                "questions",
                "version_id",
                "submission__attempt__limits__texts",
                "submission__attempt__language",
                "waiting",
            )
        )
        last = None
        for row in scores.iterator(chunk_size=_BATCH):
            if last is not None and last[0] != row[0]:
                yield last
            last = row
        if last is not None:
            yield last

    def _answers(self) -> dict[int, dict[str, tuple]]:
        """Return {submission: {question: (value as JSON text, language, text, seconds)}}."""
        mine = SubmittedAnswer.objects.filter(submission__attempt__quiz_key=self.quiz_key).order_by()
        rows = mine.annotate(answer=Cast("value", TextField()))
        found: dict[int, dict[str, tuple]] = {}
        fields = ("submission_id", "question", "answer", "language", "text_id", "seconds")
        for submission, question, *answer in rows.values_list(*fields).iterator(chunk_size=_BATCH):
            found.setdefault(submission, {})[question] = tuple(answer)
        return found

    def _responses(
        self, judged: Mapping[str, Any], version: int, shown: Mapping[str, int], language: str, answers: Mapping
    ) -> tuple[list[Response], list[int | None]]:
        """Return the responses of one paper in the order of the quiz, and the text that each was read in."""
        source = shown.get(settings.LANGUAGE_CODE)
        named = self._named(version, source)
        begun_in = shown.get(language) or source
        responses, texts = [], []
        for question, key in named.items():
            result = judged.get(question)
            if result is None or not result["maximum"]:
                continue
            value, spoken, text, seconds = answers.get(question, _NOT_ANSWERED)
            if value is None:
                text = begun_in
                wording = self.texts.get(text) if text else None
                spoken = wording.question(question).stem.language if wording else language
            share = result["points"] / result["maximum"]
            responses.append(Response(key, share, self.points[key], _chosen(value), spoken, seconds))
            texts.append(text)
        return responses, texts

    def _named(self, version: int, source: int | None) -> dict[str, str]:
        """Return {question id: key} of a version with the source words of a text, and note its questions."""
        if (version, source) in self.keys:
            return self.keys[version, source]
        wording = self.texts.get(source) if source else None
        keys = {}
        for question in spec_from(self.versions[version].payload).questions:
            words = _words_of(wording, question.id) if wording else ""
            facts = [question.type, question.points, question.critical, asdict(question)["kind"], words]
            key = f"{question.id}.{digest(canonical_json(facts))[:12]}"
            keys[question.id] = key
            before = self.questions.get(key)
            first, last = (before.since, before.version) if before else (version, version)
            self.points[key] = question.points
            self.questions[key] = Frozen(key, question, max(version, last), min(version, first))
        self.keys[version, source] = keys
        return keys

    def _stale(self, rows: list) -> set[tuple[str, str, int]]:
        """Return each (question, language, text) whose words are not those of the latest text in that language."""
        read = {
            (response.question, response.language, text)
            for _first, responses, texts in rows
            for response, text in zip(responses, texts, strict=True)
        }
        # A text that borrowed the source's words for a question says nothing of a translation.
        own = {
            (key, language, text)
            for key, language, text in read
            if text in self.texts and self.texts[text].language == language
        }
        newest: dict[tuple[str, str], int] = {}
        for key, language, text in own:
            newest[key, language] = max(text, newest.get((key, language), 0))
        return {
            (key, language, text)
            for key, language, text in own
            if self._words(text, key) != self._words(newest[key, language], key)
        }

    @staticmethod
    def _current(
        responses: list[Response], texts: list[int | None], stale: set[tuple[str, str, int]]
    ) -> list[Response]:
        """Return responses, without their language where the translation has been changed since."""
        return [
            response._replace(language="") if (response.question, response.language, text) in stale else response
            for response, text in zip(responses, texts, strict=True)
        ]

    def _words(self, text: int, key: str) -> str:
        if (text, key) not in self.words:
            self.words[text, key] = _words_of(self.texts[text], self.questions[key].question.id)
        return self.words[text, key]


@lru_cache(maxsize=20_000)
def _chosen(value: str | None) -> tuple[str, ...]:
    """Return the ids in an answer's JSON, () if it is of another kind. The same few choices come again and again."""
    answer = json.loads(value) if value else ()
    return tuple(answer) if isinstance(answer, list) else ()


def _words_of(wording: QuizWording, question: str) -> str:
    """Return a digest of what a learner reads before answering: not of feedback and explanation."""
    words = wording.question(question)
    return digest(canonical_json([words.stem.text, *(part.text.text for part in words.parts)]))
