"""A course as it read when somebody relied on it: structure and rules apart from the words of each language.

Stored payloads are never migrated: `read_spec` and `read_words` read every schema number there ever was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .outline import ActivityItem, ModuleItem, Outline

SCHEMA = 1


class UnknownSchema(ValueError):
    """The payload was written by a newer programme."""


@dataclass(frozen=True)
class FrozenActivity:
    """Structure of one step; see `ActivityItem`."""

    key: str
    slug: str
    kind: str
    rule: str
    minutes: int
    code_key: str


@dataclass(frozen=True)
class FrozenModule:
    """Structure of a module."""

    key: str
    slug: str
    hours: int
    activities: tuple[FrozenActivity, ...]


@dataclass(frozen=True)
class CourseSpec:
    """Structure and rules of a course; no words."""

    schema: int
    course_key: str
    slug: str
    order: str
    prerequisite_keys: tuple[str, ...]
    gives_certificate: bool
    certificate_validity_months: int
    modules: tuple[FrozenModule, ...]

    @property
    def hours(self) -> int:
        """Academic hours: the sum of the modules."""
        return sum(module.hours for module in self.modules)


@dataclass(frozen=True)
class CourseWords:
    """The words of a course in one language.

    Attributes:
        language: the language asked for.
        title, summary: plain text.
        intro: cleaned HTML.
        outcomes: plain text by block id.
        titles: of modules and steps, by key.
        untranslated: keys of `titles` (and "course") that are in the source language instead.
    """

    schema: int
    language: str
    title: str
    summary: str
    intro: str
    outcomes: dict[str, str]
    titles: dict[str, str]
    untranslated: tuple[str, ...]


def spec_of(outline: Outline) -> CourseSpec:
    """Return the structure and rules of an outline."""
    modules = tuple(
        FrozenModule(
            key=module.key,
            slug=module.slug,
            hours=module.hours,
            activities=tuple(
                FrozenActivity(item.key, item.slug, item.kind, item.rule, item.minutes, item.code_key)
                for item in module.activities
            ),
        )
        for module in outline.modules
    )
    return CourseSpec(
        schema=SCHEMA,
        course_key=outline.course_key,
        slug=outline.slug,
        order=outline.order,
        prerequisite_keys=outline.prerequisite_keys,
        gives_certificate=outline.gives_certificate,
        certificate_validity_months=outline.certificate_validity_months,
        modules=modules,
    )


def words_of(outline: Outline, *, language: str, intro: str, outcomes: Mapping[str, str]) -> CourseWords:
    """Return the words of an outline that was made for `language`."""
    items: list[ModuleItem | ActivityItem] = [*outline.modules, *outline.activities]
    untranslated = [item.key for item in items if item.language != language]
    if outline.language != language:
        untranslated.append("course")
    return CourseWords(
        schema=SCHEMA,
        language=language,
        title=outline.title,
        summary=outline.summary,
        intro=intro,
        outcomes=dict(outcomes),
        titles={item.key: item.title for item in items},
        untranslated=tuple(sorted(untranslated)),
    )


def outline_of(spec: CourseSpec, words: CourseWords, *, source_language: str) -> Outline:
    """Return the outline that a frozen version describes; it has no addresses."""

    def language_of(key: str) -> str:
        return source_language if key in words.untranslated else words.language

    modules = tuple(
        ModuleItem(
            key=module.key,
            slug=module.slug,
            title=words.titles.get(module.key, module.slug),
            hours=module.hours,
            language=language_of(module.key),
            activities=tuple(
                ActivityItem(
                    key=item.key,
                    slug=item.slug,
                    kind=item.kind,
                    rule=item.rule,
                    title=words.titles.get(item.key, item.slug),
                    minutes=item.minutes,
                    url="",
                    is_sample=False,
                    code_key=item.code_key,
                    language=language_of(item.key),
                )
                for item in module.activities
            ),
        )
        for module in spec.modules
    )
    return Outline(
        course_key=spec.course_key,
        slug=spec.slug,
        title=words.title,
        summary=words.summary,
        hours=spec.hours,
        order=spec.order,
        prerequisite_keys=spec.prerequisite_keys,
        gives_certificate=spec.gives_certificate,
        certificate_validity_months=spec.certificate_validity_months,
        modules=modules,
        url="",
        language=language_of("course"),
    )


def read_spec(data: Mapping[str, Any]) -> CourseSpec:
    """Return the structure behind a version's parsed payload.

    Raises:
        UnknownSchema: if the payload was written by a newer programme.
    """
    check_schema(data, SCHEMA, "course")
    modules = tuple(
        FrozenModule(
            key=module["key"],
            slug=module["slug"],
            hours=module["hours"],
            activities=tuple(FrozenActivity(**item) for item in module["activities"]),
        )
        for module in data["modules"]
    )
    return CourseSpec(**{**data, "prerequisite_keys": tuple(data["prerequisite_keys"]), "modules": modules})


def read_words(data: Mapping[str, Any]) -> CourseWords:
    """Return the words behind a text's parsed payload.

    Raises:
        UnknownSchema: if the payload was written by a newer programme.
    """
    check_schema(data, SCHEMA, "course")
    return CourseWords(**{**data, "untranslated": tuple(data["untranslated"])})


def check_schema(data: Mapping[str, Any], known: int, what: str) -> None:
    """Make sure that a parsed payload has the schema that this code reads.

    Raises:
        UnknownSchema: naming `what` it is and its number.
    """
    if data.get("schema") != known:
        raise UnknownSchema(f"{what} schema {data.get('schema')!r}")
