"""Drawing: which questions an attempt shows, and in which order. Made once, at the start, and frozen."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from .feasible import shortage
from .spec import Question, QuizSpec, Section


@dataclass(frozen=True)
class Drawn:
    """A question of an attempt: its section, and the ids of what is arranged in the order in which they are shown."""

    question: str
    options: tuple[str, ...]
    section: str = ""


def draw(spec: QuizSpec, *, seed: str, form: str = "", met: Collection[str] = ()) -> tuple[Drawn, ...]:
    """Return questions and options in the order of an attempt.

    The same seed always gives the same order, on every Python version: ids are sorted by a digest of seed and id.
    Questions that the person has `met` before come only when a pool holds nothing else. Sections are filled one after
    another, and none takes what a later one cannot do without.

    Args:
        form: "a" or "b" for a quiz with parallel forms.
    """
    sections = spec.sections_of(form)
    drawn: list[Drawn] = []
    gone: set[str] = set()
    for number, section in enumerate(sections):
        chosen = _choose(section, sections[number + 1 :], seed=seed, gone=gone, met=frozenset(met))
        gone.update(chosen)
        drawn.extend(Drawn(key, _arranged(spec, spec.question(key), seed), section.id) for key in chosen)
    return tuple(drawn)


def _choose(
    section: Section, later: tuple[Section, ...], *, seed: str, gone: Collection[str], met: Collection[str]
) -> list[str]:
    pool = [key for key in section.questions if key not in gone]
    by_chance = sorted(pool, key=lambda key: (section.take and key in met, _place(seed, key)))
    chosen: list[str] = []
    for key in by_chance:
        if len(chosen) == section.size:
            break
        if _can_spare(section, later, gone={*gone, *chosen, key}, still=section.size - len(chosen) - 1):
            chosen.append(key)
    return chosen if section.shuffle else [key for key in pool if key in chosen]


def _can_spare(section: Section, later: tuple[Section, ...], *, gone: Collection[str], still: int) -> bool:
    """Tell whether this section and all later ones can be filled without the questions that are `gone`."""
    needs = [(section.questions, still), *((other.questions, other.size) for other in later)]
    if not any(set(section.questions) & set(pool) for pool, _take in needs[1:]):
        return True
    return not shortage([([key for key in pool if key not in gone], take) for pool, take in needs])


def _arranged(spec: QuizSpec, question: Question, seed: str) -> tuple[str, ...]:
    ids = list(question.kind.arranged)
    if not question.kind.fixed_order and (spec.rules.shuffle_options or question.kind.must_shuffle):
        ids.sort(key=lambda key: _place(seed, f"{question.id}/{key}"))
        if question.kind.must_shuffle and tuple(ids) == question.kind.arranged:
            ids = [*ids[1:], ids[0]]  # the editor's order is the key itself
    return tuple(ids)


def _place(seed: str, key: str) -> bytes:
    return sha256(f"{seed}|{key}".encode()).digest()
