"""What cohorts are about: courses and programmes, with titles in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from core.folding import fold
from courses.models import Course, CoursePage, Programme, ProgrammePage
from courses.selectors import PageLink, links
from courses.selectors_kept import kept_titles, last_programme

from .models import Cohort


@dataclass(frozen=True)
class Subject:
    """A course or a programme.

    Attributes:
        kind: "course" or "programme".
        key: translation_key of its page.
        slug: part of its address.
        title: in the asked language, else Uzbek; as it was kept last when the page is gone.
        url: of its page; "" when the page is gone.
        language: the language that `title` is really in.
    """

    kind: str
    key: UUID
    slug: str
    title: str
    url: str
    language: str


def on_offer(kind: str, language: str) -> list[Subject]:
    """Return the live courses or programmes that a new cohort can be on, by title. Two queries."""
    model = {"course": CoursePage, "programme": ProgrammePage}[kind]
    pages = model.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    subjects = named(((kind, key, slug) for key, slug in pages.values_list("translation_key", "slug")), language)
    return sorted(subjects, key=lambda subject: fold(subject.title))


def subjects_of(cohorts: Iterable[Cohort], language: str) -> dict[int, Subject]:
    """Return what each cohort is about, by its primary key. One query; needs `course` and `programme` selected."""
    about = {cohort.pk: _identity(cohort) for cohort in cohorts}
    return dict(zip(about, named(about.values(), language), strict=True))


def _identity(cohort: Cohort) -> tuple[str, UUID, str]:
    if cohort.course is not None:
        return "course", cohort.course.translation_key, cohort.course.key
    programme = _programme(cohort)
    return "programme", programme.translation_key, programme.key


def _programme(cohort: Cohort) -> Programme:
    """Return the programme of a cohort that is not on a course; the table holds one of the two."""
    return cast(Programme, cohort.programme)


def named(rows: Iterable[tuple[str, UUID, str]], language: str) -> list[Subject]:
    """Return a subject with its title for every (kind, key, slug), in order. One query; three when pages are gone."""
    rows = list(rows)
    keys = {key for _kind, key, _slug in rows}
    pages = links(keys=keys, language=language)
    if gone := keys - set(pages):
        kept = kept_titles(keys=gone, language=language)
        pages |= {key: PageLink(title=title, url="", language=code) for key, (title, code) in kept.items()}
    unknown = PageLink(title="", url="", language=language)
    found = [(row, pages.get(row[1], unknown)) for row in rows]
    return [Subject(kind, key, slug, page.title or slug, page.url, page.language) for (kind, key, slug), page in found]


def courses_of(cohort: Cohort) -> list[Course]:
    """Return the courses of a cohort in order: its course, or those of its programme."""
    return [cohort.course] if cohort.course is not None else courses_of_programme(_programme(cohort))


def courses_of_programme(programme: Programme) -> list[Course]:
    """Return the courses that the programme's Uzbek page names, in its order. Three queries.

    Of a programme whose page is gone, the courses it had when a group relied on it last. A course that nobody ever
    relied on has no row yet and is left out.
    """
    source = {"locale__language_code": settings.LANGUAGE_CODE}
    page = ProgrammePage.objects.filter(translation_key=programme.translation_key, **source).first()
    if page is None:
        return _courses_it_had(programme)
    slugs = page.course_keys
    keys = dict(CoursePage.objects.filter(slug__in=slugs, **source).values_list("slug", "translation_key"))
    rows = list(Course.objects.filter(Q(translation_key__in=keys.values()) | Q(key__in=slugs)))
    by_key, by_slug = {row.translation_key: row for row in rows}, {row.key: row for row in rows}
    found = [by_key.get(keys[slug]) if slug in keys else by_slug.get(slug) for slug in slugs]
    return [course for course in found if course is not None]


def _courses_it_had(programme: Programme) -> list[Course]:
    spec = last_programme(programme)
    keys = spec.course_keys if spec else ()
    rows = {str(row.translation_key): row for row in Course.objects.filter(translation_key__in=keys)}
    return [rows[key] for key in keys if key in rows]
