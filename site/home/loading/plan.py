"""The whole of `content/`, read and checked before anything is stored."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import checking, kinds, media, quiz_kinds
from .files import ContentError, Node, languages_of, read
from .schema import Record

SOURCE = "uz"
TRANSLATIONS = ("ru", "en")
ACTIVITIES = {"lesson": kinds.LESSON, "quiz": quiz_kinds.QUIZ, "acknowledgement": kinds.ACKNOWLEDGEMENT}


@dataclass(frozen=True)
class Thing:
    """One content thing in all languages.

    Attributes:
        key: path of keys from content/, like "courses/ethics-online/values-to-code/values-and-law".
        kind: like "lesson".
        texts: {language: merged plain data}; the source language first.
        source: the source file's node, for later complaints.
    """

    key: str
    kind: str
    texts: dict[str, dict[str, Any]]
    source: Node

    @property
    def facts(self) -> dict[str, Any]:
        """Return the source-language data, which alone counts for structure."""
        return self.texts[SOURCE]

    def block(self, key: str) -> Node:
        """Return the place of a block in the source file."""
        return self.source.mapping["blocks"].mapping[key]


@dataclass
class Plan:
    """Everything found, parents before children."""

    sections: list[Thing] = field(default_factory=list)
    pages: list[Thing] = field(default_factory=list)
    resources: list[Thing] = field(default_factory=list)
    banks: list[Thing] = field(default_factory=list)
    courses: list[tuple[Thing, list[tuple[Thing, list[Thing]]]]] = field(default_factory=list)
    codes: list["CodePlan"] = field(default_factory=list)
    media: set[Path] = field(default_factory=set)

    @property
    def with_blocks(self) -> list[Thing]:
        """Return everything that may have blocks: pages, resources, steps of courses."""
        return [thing for thing in (*self.pages, *self.resources, *self.steps) if "blocks" in thing.facts]

    @property
    def steps(self) -> list[Thing]:
        """Return every step of every course, in order."""
        return [step for _course, modules in self.courses for _module, steps in modules for step in steps]


@dataclass
class CodePlan:
    """A code: its own words, the editions to have, and the text on the drafting table."""

    code: Thing
    editions: list[tuple[Thing, list[Thing]]]
    draft: list[Thing]


def make_plan(root: Path) -> Plan:
    """Read and check every file under `root`.

    Raises:
        ContentError: for the first thing that is wrong.
    """
    if not root.is_dir():
        raise ContentError(root, 1, "there is no such folder")
    plan = Plan()
    plan.sections = [_thing(path, "section", kinds.SECTION, root) for path in _sources(root / "sections")]
    plan.pages = [_thing(path, "page", kinds.PAGE, root) for path in _sources(root / "pages")]
    plan.resources = [_thing(path, "resource", kinds.RESOURCE, root) for path in _sources(root / "resources")]
    plan.banks = [_thing(path, "bank", quiz_kinds.BANK, root) for path in _sources(root / "banks")]
    plan.codes = [_code(folder, root) for folder in _folders(root / "codes")]
    plan.courses = [_course(folder, root) for folder in _folders(root / "courses")]
    checking.check_citations(plan)
    checking.find_media(plan, root / media.FOLDER, (SOURCE, *TRANSLATIONS))
    return plan


def _course(folder: Path, root: Path) -> tuple[Thing, list[tuple[Thing, list[Thing]]]]:
    course = _thing(folder / f"course.{SOURCE}.yaml", "course", kinds.COURSE, root, name=folder.name)
    modules = []
    for name in course.facts["modules"]:
        module = _thing(folder / name / f"module.{SOURCE}.yaml", "module", kinds.MODULE, root, name=name)
        activities = []
        for step in module.facts["activities"]:
            path = folder / name / f"{step}.{SOURCE}.yaml"
            kind = read(path).mapping.get("kind")
            if kind is None or kind.value not in ACTIVITIES:
                raise ContentError(path, 1, f"`kind` must be one of: {', '.join(ACTIVITIES)}")
            activities.append(_thing(path, kind.value, ACTIVITIES[kind.value], root))
        modules.append((module, activities))
    return course, modules


def _code(folder: Path, root: Path) -> CodePlan:
    code = _thing(folder / f"code.{SOURCE}.yaml", "code", kinds.CODE, root, name=folder.name)

    def parts(below: Path) -> list[Thing]:
        return [
            _thing(below / f"{name}.{SOURCE}.yaml", "code_part", kinds.CODE_PART, root) for name in code.facts["parts"]
        ]

    editions = [
        (_thing(path / f"edition.{SOURCE}.yaml", "edition", kinds.EDITION, root, name=""), parts(path))
        for path in _folders(folder)
        if path.name.startswith("edition-")
    ]
    editions.sort(key=lambda entry: entry[0].facts["number"])
    for _edition, articles in editions:
        checking.check_articles(articles)
    draft = parts(folder / "draft")
    checking.check_articles(draft)
    return CodePlan(code, editions, draft)


def _thing(path: Path, kind: str, shape: Record, root: Path, name: str | None = None) -> Thing:
    source = read(path)
    texts = {SOURCE: shape.merge(source, None)}
    for language, translation in languages_of(path, TRANSLATIONS):
        texts[language] = shape.merge(source, read(translation))
    expected = path.name.removesuffix(f".{SOURCE}.yaml") if name is None else name
    found = texts[SOURCE].get("key", "")
    if found != expected:
        raise source.error(f"`key` is `{found}`, but the file stands under `{expected}`")
    key = str(path.relative_to(root)).removesuffix(f".{SOURCE}.yaml").removesuffix("/course").removesuffix("/module")
    return Thing(key.removesuffix("/code"), kind, texts, source)


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*.{SOURCE}.yaml")) if folder.is_dir() else []


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
