"""Storing a checked plan: one transaction, parents before children."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from accounts.models import User
from courses.models import CourseIndexPage, CoursePage, LessonPage, ModulePage
from guidelines.models import AcknowledgementPage, Edition, EthicsCodePage, GuidelineIndexPage
from guidelines.services import publish_edition
from home.models import HomePage, StandardPage
from quizzes.models import QuestionBankIndexPage, QuestionBankPage, QuizPage
from resources.models import ResourceIndexPage, ResourcePage

from . import quiz_values, values
from .media_store import store_media
from .plan import SOURCE, CodePlan, Plan, Thing
from .store import Store

SECTIONS = {
    "courses": CourseIndexPage,
    "guidelines": GuidelineIndexPage,
    "resources": ResourceIndexPage,
    "banks": QuestionBankIndexPage,
}
Again = Callable[[], Any]
STEPS: dict[str, tuple[type[Page], Callable[[Thing, str], dict[str, Any]]]] = {
    "lesson": (LessonPage, values.lesson),
    "quiz": (QuizPage, quiz_values.quiz),
    "acknowledgement": (AcknowledgementPage, values.acknowledgement),
}


@transaction.atomic
def apply(
    plan: Plan, *, now: datetime, publish_as: User | None = None, forced: frozenset[str] = frozenset()
) -> list[str]:
    """Store everything in the plan and return what was done, a line each.

    Args:
        plan: the checked plan.
        now: time of publishing editions.
        publish_as: the moderator who publishes editions that are not published yet; without one they stay drafts,
            since publishing an edition is a deliberate act of a person.
        forced: content keys to load even over an editor's changes.
    """
    store = Store(forced=forced)
    _locales()
    store.report.extend(store_media(plan.media))
    front, linked_front = _home(plan, store)
    sections = {thing.facts["key"]: _section(thing, front, store) for thing in plan.sections}
    linked = [_resource(thing, sections["resources"], store) for thing in plan.resources]
    for store_again in filter(None, [linked_front, *linked]):
        store_again()
    for entry in plan.codes:
        _code(entry, sections["guidelines"], store, publish_as, now)
    for thing in plan.pages:
        if thing.facts["key"] != "home":
            store.page(thing.key, StandardPage, front, partial(values.page, thing))
    for thing in plan.banks:
        store.page(thing.key, QuestionBankPage, sections["banks"], partial(quiz_values.bank, thing))
    for thing, modules in plan.courses:
        _course(thing, modules, sections["courses"], store)
    return store.report


def _locales() -> None:
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def _resource(thing: Thing, section: Any, store: Store) -> Again | None:
    """Store a resource; when it links to one that comes later, return what stores it with its links."""

    return _store(thing, ResourcePage, section, store, partial(values.resource, thing), thing.facts["tags"])[1]


def _store(
    thing: Thing, model: type[Page], parent: Any, store: Store, fields: Callable[..., dict[str, Any]], tags: Any = None
) -> tuple[Any, Again | None]:
    """Store a page, its links only when their targets are there; return it, and what stores it again with them."""
    again = partial(store.page, thing.key, model, parent, fields, tags)
    if not values.needs_links(thing):
        return again(), None
    return store.page(thing.key, model, parent, partial(fields, with_links=False), tags), again


def _home(plan: Plan, store: Store) -> tuple[Any, Again | None]:
    """Store the home page and make it the root of the site in place of Wagtail's welcome page.

    Returns it, and what stores it again once the resources that it links to are there.
    """
    thing = next((thing for thing in plan.pages if thing.facts["key"] == "home"), None)
    if thing is None:
        return HomePage.objects.get(locale__language_code=SOURCE), None

    def fields(language: str, **how: bool) -> dict[str, Any]:
        return {**values.home(thing, language, **how), "slug": "saboq"}

    front, again = _store(thing, HomePage, Page.get_first_root_node(), store, fields)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id != front.pk:
        welcome = site.root_page if site.root_page_id else None
        scheme, _sep, host = settings.PUBLIC_URL.partition("://")
        name, _sep, port = host.partition(":")
        site.root_page, site.hostname, site.site_name = front, name, settings.WAGTAIL_SITE_NAME
        site.port = int(port) if port else (443 if scheme == "https" else 80)
        site.save()
        if welcome is not None and type(welcome.specific) is Page:
            welcome.delete()
        front = HomePage.objects.get(pk=front.pk)
    return front, again


def _section(thing: Thing, front: Any, store: Store) -> Any:
    model = SECTIONS[thing.facts["key"]]
    return store.page(thing.key, model, front, partial(values.common, thing))


def _course(thing: Thing, modules: list[tuple[Thing, list[Thing]]], section: Any, store: Store) -> None:
    course = store.page(thing.key, CoursePage, section, partial(values.course, thing), thing.facts["tags"])
    for module_thing, steps in modules:
        module = store.page(module_thing.key, ModulePage, course, partial(values.module, module_thing))
        for step in steps:
            model, fields = STEPS[step.kind]
            store.page(step.key, model, module, partial(fields, step))


def _code(plan: CodePlan, section: Any, store: Store, publish_as: User | None, now: datetime) -> None:
    """Put each edition's text on the drafting table, publish it, and leave the draft there in the end."""
    published = set(Edition.objects.filter(code__key=plan.code.facts["key"]).values_list("number", flat=True))
    for edition, parts in plan.editions:
        if edition.facts["number"] in published:
            continue
        page = store.page(plan.code.key, EthicsCodePage, section, partial(values.code, plan, parts))
        if publish_as is None:
            store.report.append(
                f"waiting {edition.key}: the text lies on the drafting table; a moderator publishes it, "
                "or load with --publish-as ADDRESS"
            )
            return
        _publish(edition, page, publish_as, now)
        store.report.append(f"published {edition.key}")
    store.page(plan.code.key, EthicsCodePage, section, partial(values.code, plan, plan.draft))


def _publish(edition: Thing, page: Any, actor: User, now: datetime) -> None:
    facts = edition.facts
    publish_edition(
        page=EthicsCodePage.objects.get(pk=page.pk),
        number=facts["number"],
        act={
            "type": facts["act"]["type"],
            "number": facts["act"]["number"],
            "date": facts["act"]["date"].isoformat(),
            "titles": {language: words["act_title"] for language, words in edition.texts.items()},
        },
        approved_on=facts["approved_on"],
        published_on=facts["published_on"],
        in_force_from=facts["in_force_from"],
        transition_until=facts["transition_until"],
        adopted_earlier={language: words["adopted_earlier"] for language, words in edition.texts.items()}
        if facts["adopted_earlier"]
        else "",
        change_summary={language: words["change_summary"] for language, words in edition.texts.items()},
        actor=actor,
        now=now,
    )
