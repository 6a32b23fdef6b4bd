"""A small page tree in three languages: home, catalogue, courses."""

import json
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from courses.models import CourseIndexPage, CoursePage, LessonPage, ModulePage
from home.models import HomePage
from quizzes.models import QuizPage
from tests.factories.quiz_data import block_id, small_quiz

LANGUAGES = ("uz", "ru", "en")


def make_locales() -> dict[str, Locale]:
    """Return the three locales by language."""
    return {language: Locale.objects.get_or_create(language_code=language)[0] for language in LANGUAGES}


def publish(page: Page) -> Page:
    """Make a page live without the cost of a revision."""
    page.live, page.has_unpublished_changes = True, False
    page.first_published_at = page.first_published_at or timezone.now()
    page.last_published_at = timezone.now()
    page.save()
    return page


def translate(page: Page, languages: tuple[str, ...] = LANGUAGES[1:], **attributes: Any) -> dict[str, Page]:
    """Return live translations of a page, whose parent is already translated; titles get the language's mark.

    They hold what Wagtail's own copy would (translation key, slug, blocks with their ids), for a third of its time.
    """
    made = {}
    parent = page.get_parent()
    for language in languages:
        locale = Locale.objects.get(language_code=language)
        above = parent.get_translation_or_none(locale) or parent
        values = {field.name: getattr(page, field.name) for field in type(page)._meta.fields if _is_copied(field)}
        copy = type(page)(**values, locale=locale)
        copy.title = copy.draft_title = f"{page.title} [{language}]"
        if above.pk == parent.pk:
            copy.slug = f"{page.slug}-{language}"
        if hasattr(copy, "summary") and copy.summary:
            copy.summary = f"{page.summary} [{language}]"
        for name, value in attributes.items():
            setattr(copy, name, value)
        copy.live, copy.has_unpublished_changes = True, False
        copy.first_published_at = copy.last_published_at = timezone.now()
        made[language] = above.add_child(instance=copy)
    return made


#: What makes a page a row of the tree, and not what it says.
OWN = {
    "id", "page_ptr", "path", "depth", "numchild", "url_path", "locale", "latest_revision", "live_revision",
    "alias_of",
}  # fmt: skip


def _is_copied(field: Any) -> bool:
    return field.name not in OWN


def make_home(languages: tuple[str, ...] = LANGUAGES) -> HomePage:
    """Return the Uzbek home page of the default site, with translations and a catalogue beside it.

    Wagtail's "welcome" page is deleted. Calling it again returns the same page.
    """
    existing = HomePage.objects.filter(locale__language_code="uz").first()
    if existing:
        return existing
    locales = make_locales()
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    root.get_children().delete()
    root = Page.objects.get(pk=root.pk)
    home = root.add_child(
        instance=HomePage(title="Saboq", slug="home", locale=locales["uz"], hero_title="Onlayn amaliyot")
    )
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Saboq")
    translate(home, tuple(language for language in languages if language != "uz"))
    return home


def make_catalogue() -> CourseIndexPage:
    """Return the Uzbek catalogue below the home page, translated."""
    home = make_home()
    existing = CourseIndexPage.objects.filter(locale=home.locale).first()
    if existing:
        return existing
    index = home.add_child(instance=CourseIndexPage(title="Kurslar", slug="courses", locale=home.locale))
    translate(index)
    return index


def make_lesson(module: ModulePage, slug: str, **fields: Any) -> LessonPage:
    """Return a live Uzbek lesson in a module, with its translations."""
    body = [{"type": "text", "value": f"<p>Matn: {slug}.</p>", "id": block_id("lesson", slug)}]
    fields.setdefault("title", f"Dars {slug}")
    lesson = module.add_child(
        instance=LessonPage(slug=slug, summary="Qisqacha", body=json.dumps(body), locale=module.locale, **fields)
    )
    translate(lesson)
    return lesson


def make_quiz_page(module: ModulePage, slug: str = "quiz", **fields: Any) -> QuizPage:
    """Return a live Uzbek quiz of three questions (`quiz_data.small_quiz`), with its translations."""
    fields.setdefault("title", f"Test {slug}")
    fields.setdefault("questions", json.dumps(small_quiz(slug)))
    quiz = module.add_child(instance=QuizPage(slug=slug, locale=module.locale, **fields))
    translate(quiz)
    return quiz


def make_course(
    slug: str = "ethics-online",
    *,
    lessons: int = 2,
    quiz: bool = True,
    acknowledgement: str = "",
    hours: int = 4,
    lessons_per_module: int = 10,
    **fields: Any,
) -> CoursePage:
    """Return the Uzbek page of a live course in three languages.

    Lessons `lesson-1` … stand in modules `module-1` …, a quiz `quiz` and an acknowledgement of the code
    `acknowledgement` (its key; "" = none) at the end of the last module. Every module has `hours` hours.
    """
    index = make_catalogue()
    fields.setdefault("title", f"Kurs {slug}")
    fields.setdefault("summary", "Kurs haqida")
    course = index.add_child(
        instance=CoursePage(
            slug=slug,
            locale=index.locale,
            outcomes=json.dumps([{"type": "outcome", "value": "Rozilik olasiz", "id": block_id(slug, "outcome")}]),
            **fields,
        )
    )
    translate(course)
    module = None
    for number in range(max(lessons, 1)):
        if number % lessons_per_module == 0:
            module = make_module(course, f"module-{number // lessons_per_module + 1}", hours=hours)
        if number < lessons:
            make_lesson(module, f"lesson-{number + 1}")
    if quiz:
        make_quiz_page(module)
    if acknowledgement:
        make_acknowledgement_page(module, code_key=acknowledgement)
    return course


def make_module(course: CoursePage, slug: str, hours: int = 4) -> ModulePage:
    """Return a live Uzbek module of a course, with its translations."""
    module = course.add_child(instance=ModulePage(title=f"Modul {slug}", slug=slug, hours=hours, locale=course.locale))
    translate(module)
    return module


def make_acknowledgement_page(module: ModulePage, code_key: str, slug: str = "acknowledgement") -> Page:
    """Return a live Uzbek acknowledgement step, with its translations."""
    from guidelines.models import AcknowledgementPage

    page = module.add_child(
        instance=AcknowledgementPage(
            title="Kodeks bilan tanishish", slug=slug, code_key=code_key, intro="<p>Oʻqing.</p>", locale=module.locale
        )
    )
    translate(page)
    return page


def in_language(page: Page, language: str) -> Page:
    """Return the translation of a page, freshly read."""
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code=language)


def step(course: CoursePage, slug: str) -> Page:
    """Return a step (or module) of a course by slug, as its specific page."""
    return course.get_descendants().get(slug=slug).specific
