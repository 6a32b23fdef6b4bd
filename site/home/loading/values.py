"""What each kind of content thing puts into the fields of its page."""

import json
from typing import Any

from .articles import code_body
from .body import NotStored, Shelf, body
from .ids import content_id
from .markdown import to_rich_text
from .media_store import stored_id
from .plan import SOURCE, CodePlan, Thing

#: Languages in which a thing exists share slug and rules; `language` chooses the words.
Fields = dict[str, Any]


def common(thing: Thing, language: str) -> Fields:
    """Return title, slug and summary."""
    return {
        "title": thing.texts[language]["title"],
        "slug": thing.facts["key"],
        "summary": thing.texts[language].get("summary", ""),
    }


def stream(raw: list[dict[str, Any]]) -> str:
    """Return stream data in the form a StreamField takes with ids and all."""
    return json.dumps(raw, ensure_ascii=False)


def page(thing: Thing, language: str, *, with_links: bool = True) -> Fields:
    """Return the fields of a standing page."""
    return {
        **common(thing, language),
        "body": _body(thing, language, with_links),
        "version": thing.facts["version"],
        "effective_on": thing.facts["effective_on"],
    }


def home(thing: Thing, language: str, *, with_links: bool = True) -> Fields:
    """Return the fields of the home page."""
    words = thing.texts[language]
    return {
        "title": words["title"],
        "summary": words["summary"],
        "hero_title": words["hero_title"],
        "hero_text": words["hero_text"],
        "body": _body(thing, language, with_links),
    }


def resource(thing: Thing, language: str, *, with_links: bool = True) -> Fields:
    """Return the fields of a resource."""
    words, facts = thing.texts[language], thing.facts
    return {
        **common(thing, language),
        "purpose": to_rich_text(words["purpose"]),
        "keeper": words["owner"],
        "body": _body(thing, language, with_links),
        "resource_type": facts["resource_type"],
        "version": facts["version"],
        "review_on": facts["review_on"],
        "competence_keys": facts["competences"],
        "modality_keys": facts["modalities"],
    }


def course(thing: Thing, language: str) -> Fields:
    """Return the fields of a course."""
    words, facts = thing.texts[language], thing.facts
    outcomes = [
        {"type": "outcome", "id": str(content_id(thing.key, "outcomes", key)), "value": text}
        for key, text in words["outcomes"].items()
    ]
    teachers = [
        {"type": "teacher", "id": str(content_id(thing.key, "teachers", key)), "value": teacher}
        for key, teacher in words["teachers"].items()
    ]
    return {
        **common(thing, language),
        "intro": to_rich_text(words["intro"]),
        "outcomes": stream(outcomes),
        "audience": words["audience"],
        "teachers": stream(teachers),
        "competence_keys": facts["competences"],
        "modality_keys": facts["modalities"],
        "order": facts["order"],
        "certificate_validity_months": facts["certificate_validity_months"],
    }


def module(thing: Thing, language: str) -> Fields:
    """Return the fields of a module."""
    return {**common(thing, language), "hours": thing.facts["hours"]}


def lesson(thing: Thing, language: str) -> Fields:
    """Return the fields of a lesson."""
    facts = thing.facts
    return {
        **common(thing, language),
        "body": _body(thing, language),
        "minutes": facts["minutes"],
        "is_sample": facts["sample"],
        "competence_keys": facts["competences"],
        "modality_keys": facts["modalities"],
    }


def acknowledgement(thing: Thing, language: str) -> Fields:
    """Return the fields of an acknowledgement step."""
    return {
        **common(thing, language),
        "intro": to_rich_text(thing.texts[language]["intro"]),
        "code_key": thing.facts["code"],
    }


def code(plan: CodePlan, parts: list[Thing], language: str) -> Fields:
    """Return the fields of a drafting page holding the text `parts`."""
    words = plan.code.texts[language]
    return {
        **common(plan.code, language),
        "short_title": words["short_title"],
        "issuer": words["issuer"],
        "notice": words["notice"],
        "preamble": to_rich_text(words["preamble"]),
        "body": stream(code_body([{**part.texts[language]} for part in parts], plan.code.facts["key"])),
    }


def needs_links(thing: Thing) -> bool:
    """Tell whether a thing links to a resource that is not stored yet."""
    blocks = thing.facts["blocks"].values()
    return any(block["type"] == "resource" and _resource_page(block["resource"]) is None for block in blocks)


def _body(thing: Thing, language: str, with_links: bool = True) -> str:
    """Return the stream of a thing's blocks.

    Raises:
        ContentError: if it links to a resource that an editor deleted.
    """
    try:
        return stream(body(thing.texts[language]["blocks"], thing.key, _SHELF, with_links=with_links))
    except NotStored as missing:
        name = thing.facts["blocks"][missing.block]["resource"]
        raise thing.block(missing.block).error(
            f"the page of resource `{name}` was deleted on the site; load it again with --force resources/{name}, "
            "or take this link out"
        ) from missing


def _resource_page(key: str) -> int | None:
    """Return the id of the source page of a resource."""
    from resources.models import ResourcePage

    row = ResourcePage.objects.filter(
        translation_key=content_id(f"resources/{key}", "page"), locale__language_code=SOURCE
    )
    return row.values_list("pk", flat=True).first()


_SHELF = Shelf(page=_resource_page, file=stored_id)
