"""Sitting a draft as a learner would, without any record: what is known of it travels with its form, signed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.core import signing

from core.canonical import canonical_json, digest
from core.citations import resolve

from .domain.answers import Answer
from .domain.drawing import Drawn, draw
from .domain.judging import judge, whole_percent
from .domain.kinds import Scenario
from .domain.rules import EVERYTHING
from .domain.spec import QuizSpec, check_spec
from .domain.wording import QuizWording
from .models import QuizPage
from .previewing import drafted
from .showing import (
    AskedQuestion,
    Judged,
    Posed,
    ReviewedQuestion,
    Words,
    asked_question,
    citations,
    points_text,
    reviewed_question,
    words,
)

_SALT = "quizzes.trying"
_LASTS = 12 * 3600


@dataclass(frozen=True)
class Trial:
    """A sitting of a draft.

    Attributes:
        seed, form: what decides the questions and their order.
        ways: decisions taken in cases, by question id; they are final here too.
        shape: digest of the quiz it was begun with.
    """

    seed: str
    form: str
    shape: str
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A quiz as its draft would make it, with a trial of it and the questions that the trial asks."""

    spec: QuizSpec
    wording: QuizWording
    language: str
    trial: Trial
    drawn: tuple[Drawn, ...]

    def posed(self, answers: Mapping[str, Answer]) -> dict[str, Posed]:
        """Return the questions asked, by id, with answers and the ways taken so far."""
        return {
            item.question: Posed(
                self.spec.question(item.question),
                self.wording.question(item.question),
                item.options,
                self.trial.ways.get(item.question, answers.get(item.question, ())),
                self.language,
            )
            for item in self.drawn
        }


@dataclass(frozen=True)
class TrialResult:
    """What a trial would have brought."""

    passed: bool
    percent: int
    points: str
    maximum: str
    band: Words | None
    questions: tuple[ReviewedQuestion, ...]


def begin(page: QuizPage, *, seed: str, form: str = "") -> Draft:
    """Return a new trial of a draft page.

    Raises:
        UnsoundQuiz: if the draft cannot be sat.
    """
    return _of(page, Trial(seed=seed, form=form, shape=""))


def resume(page: QuizPage, token: str) -> Draft | None:
    """Return the trial behind a token, or None if it is not ours, too old, or the draft has changed since.

    Raises:
        UnsoundQuiz: if the draft cannot be sat any more.
    """
    try:
        data = signing.loads(token, salt=_SALT, max_age=_LASTS)
    except signing.BadSignature:
        return None
    trial = Trial(data["seed"], data["form"], data["shape"], {key: tuple(way) for key, way in data["ways"].items()})
    draft = _of(page, trial)
    return draft if draft.trial.shape == trial.shape else None


def token_of(trial: Trial) -> str:
    """Return what a form carries of a trial. It holds no key: seed, decisions taken, a digest."""
    ways = {key: list(way) for key, way in trial.ways.items()}
    return signing.dumps({"seed": trial.seed, "form": trial.form, "shape": trial.shape, "ways": ways}, salt=_SALT)


def with_way(draft: Draft, question: str, step: int, decision: str) -> Draft:
    """Return the trial after a decision in a case; the same trial if that step was decided already.

    Raises:
        BadAnswer: for a decision that the case does not offer there.
    """
    way = tuple(draft.trial.ways.get(question, ()))
    kind = draft.spec.question(question).kind
    if not isinstance(kind, Scenario) or step < len(way):
        return draft
    longer = (*way, decision)
    kind.walk(longer)
    return replace(draft, trial=replace(draft.trial, ways={**draft.trial.ways, question: longer}))


def shown(
    draft: Draft, answers: Mapping[str, Answer], problems: Mapping[str, str] | None = None
) -> tuple[AskedQuestion, ...]:
    """Return the questions of a trial to be answered, all on one page."""
    wrong, titles, last = problems or {}, {}, None
    for position, item in enumerate(draft.drawn, start=1):
        label = draft.wording.label(item.section)
        if item.section != last and label.text:
            titles[position] = words(label, draft.language)
        last = item.section
    return tuple(
        asked_question(
            posed,
            position=position,
            saved=posed.answer if posed.question.id not in wrong else (),
            problem=wrong.get(posed.question.id, ""),
            section=titles.get(position),
        )
        for position, posed in enumerate(draft.posed(answers).values(), start=1)
    )


def judged(draft: Draft, answers: Mapping[str, Answer]) -> TrialResult:
    """Judge a trial and show everything of it.

    Raises:
        BadAnswer: for an answer that its question cannot have.
    """
    given = {**answers, **draft.trial.ways}
    judgement = judge(draft.spec, given, asked=[item.question for item in draft.drawn])
    results = {result.question: result for result in judgement.questions}
    posed = draft.posed(given)
    percent = whole_percent(judgement.points, judgement.maximum)
    band = draft.spec.rules.band(percent)
    cited = resolve(citations(item.question for item in posed.values()), draft.language)
    return TrialResult(
        passed=judgement.passed,
        percent=percent,
        points=points_text(judgement.points, judgement.scale),
        maximum=points_text(judgement.maximum, judgement.scale),
        band=words(draft.wording.label(band.id), draft.language, html=True) if band else None,
        questions=tuple(
            reviewed_question(
                item,
                position=position,
                things=frozenset(EVERYTHING),
                judged=Judged(results[key].points, results[key].maximum, results[key].outcome, judgement.scale),
                cited=cited,
            )
            for position, (key, item) in enumerate(posed.items(), start=1)
        ),
    )


def _of(page: QuizPage, trial: Trial) -> Draft:
    spec, wording = drafted(page)
    check_spec(spec)
    form = trial.form if trial.form in spec.forms else spec.forms[0]
    now = replace(trial, form=form, shape=digest(canonical_json(spec)))
    return Draft(spec, wording, page.locale.language_code, now, draw(spec, seed=trial.seed, form=form))
