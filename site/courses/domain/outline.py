"""What a course is made of, as a learner sees it today."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class ActivityItem:
    """One step of a course.

    Attributes:
        key: the page's translation_key as text; the same in every language.
        slug: last part of its address.
        kind: "lesson", "quiz" or "acknowledgement".
        rule: how it is completed: "confirmed", "passed" or "acknowledged".
        title: in the asked language where it has been translated.
        minutes: how long a learner needs.
        url: address of the page in the asked language ("" in an outline read from a frozen version).
        is_sample: visitors may read it.
        code_key: the code that an acknowledgement is about, else "".
        language: the language that `title` is really in.
    """

    key: str
    slug: str
    kind: str
    rule: str
    title: str
    minutes: int
    url: str
    is_sample: bool
    code_key: str
    language: str


@dataclass(frozen=True)
class ModuleItem:
    """A few steps that belong together, with their academic hours."""

    key: str
    slug: str
    title: str
    hours: int
    activities: tuple[ActivityItem, ...]
    language: str


@dataclass(frozen=True)
class Outline:
    """A course: structure and rules from the source pages, words from the asked language or else the source.

    Attributes:
        course_key: translation_key of the course page, as text.
        hours: academic hours, the sum of the modules.
        order: "fixed" (one step after another) or "free".
        prerequisite_keys: slugs of courses to complete first.
        certificate_validity_months: 0 = without end.
        url: address of the course page ("" in an outline read from a frozen version).
        language: the language that `title` and `summary` are really in.
    """

    course_key: str
    slug: str
    title: str
    summary: str
    hours: int
    order: str
    prerequisite_keys: tuple[str, ...]
    gives_certificate: bool
    certificate_validity_months: int
    modules: tuple[ModuleItem, ...]
    url: str
    language: str

    @cached_property
    def activities(self) -> tuple[ActivityItem, ...]:
        """Every step, in the order of the course."""
        return tuple(activity for module in self.modules for activity in module.activities)

    def activity(self, key: str) -> ActivityItem | None:
        """Return a step by key, or None."""
        return next((activity for activity in self.activities if activity.key == key), None)

    @property
    def is_offered(self) -> bool:
        """Whether the course still has a page (an outline read from a frozen version has none)."""
        return bool(self.url)
