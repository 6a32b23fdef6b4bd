"""Reading the page tree of a course: structure from the live source pages, words from the asked language."""

from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import F, QuerySet
from wagtail.models import Page

from core.models import ActivityPage

from .domain.outline import ActivityItem, ModuleItem, Outline
from .models import CoursePage

SOURCE = settings.LANGUAGE_CODE


def course_pages(course_key: UUID | str, languages: set[str]) -> dict[str, CoursePage]:
    """Return the live pages of a course by language. One query."""
    pages = (
        CoursePage.objects.live()
        .filter(translation_key=course_key, locale__language_code__in=languages)
        .select_related("locale")
    )
    return {page.locale.language_code: page for page in pages}


def read_outline(pages: dict[str, CoursePage], language: str) -> Outline:
    """Return the outline of a course from its live pages by language; the source language must be among them.

    Two queries, one when `language` is the source, however many steps there are.
    """
    source = pages[SOURCE]
    wording = pages.get(language, source)
    rows = list(_structure_rows(source))
    words = _translated_rows(rows, language) if language != SOURCE else {}
    modules = _modules(rows, words, language)
    return Outline(
        course_key=str(source.translation_key),
        slug=source.slug,
        title=wording.title,
        summary=wording.summary or source.summary,
        hours=sum(module.hours for module in modules),
        order=source.order,
        prerequisite_keys=tuple(source.prerequisite_keys),
        gives_certificate=source.gives_certificate,
        certificate_validity_months=source.certificate_validity_months,
        modules=modules,
        url=wording.get_url() or "",
        language=wording.locale.language_code,
    )


def activity_models() -> dict[str, type[ActivityPage]]:
    """Return the page types that are steps, by the name of their table behind `Page`."""
    return {
        model._meta.model_name or "": model
        for model in apps.get_models()
        if issubclass(model, ActivityPage) and not model._meta.abstract
    }


def _structure_rows(course: CoursePage) -> QuerySet[Page]:
    """Return modules and steps in tree order, each with the few fields of its own type that the outline needs."""
    fields = {"module_hours": F("modulepage__hours")}
    for name, model in activity_models().items():
        fields[f"{name}_minutes"] = F(f"{name}__minutes")
        fields[f"{name}_sample"] = F(f"{name}__is_sample")
        if any(field.name == "code_key" for field in model._meta.get_fields()):
            fields[f"{name}_code"] = F(f"{name}__code_key")
    return (
        Page.objects.live()
        .descendant_of(course)
        .order_by("path")
        .only("path", "depth", "slug", "title", "translation_key", "url_path", "locale_id", "content_type_id")
        .annotate(**fields)
    )


def _translated_rows(rows: list[Page], language: str) -> dict[UUID, Page]:
    keys = [row.translation_key for row in rows]
    found = (
        Page.objects.live()
        .filter(translation_key__in=keys, locale__language_code=language)
        .only("path", "depth", "title", "translation_key", "url_path", "locale_id", "content_type_id")
    )
    return {page.translation_key: page for page in found}


def _modules(rows: list[Page], words: dict[UUID, Page], language: str) -> tuple[ModuleItem, ...]:
    """Gather steps under their modules; a step whose module is not live is not in the outline."""
    modules: dict[str, tuple[Page, list[ActivityItem]]] = {}
    models = activity_models()
    for row in rows:
        if row.module_hours is not None:
            modules[row.path] = (row, [])
            continue
        name = next((name for name in models if getattr(row, f"{name}_minutes") is not None), "")
        parent = modules.get(row.path[: -row.steplen])
        if name and parent:
            parent[1].append(_activity(row, words.get(row.translation_key), name, models[name], language))
    return tuple(
        ModuleItem(
            key=str(page.translation_key),
            slug=page.slug,
            title=words.get(page.translation_key, page).title,
            hours=page.module_hours,
            activities=tuple(activities),
            language=language if page.translation_key in words else SOURCE,
        )
        for page, activities in modules.values()
    )


def _activity(row: Page, words: Page | None, name: str, model: type[ActivityPage], language: str) -> ActivityItem:
    shown = words or row
    return ActivityItem(
        key=str(row.translation_key),
        slug=row.slug,
        kind=model.kind,
        rule=model.completion_rule,
        title=shown.title,
        minutes=getattr(row, f"{name}_minutes"),
        url=shown.get_url() or "",
        is_sample=getattr(row, f"{name}_sample"),
        code_key=getattr(row, f"{name}_code", None) or "",
        language=language if words else SOURCE,
    )
