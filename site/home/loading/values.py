"""What each kind of content thing puts into the fields of its page."""

import json
from typing import Any

from .articles import code_body
from .body import body
from .ids import content_id
from .markdown import to_rich_text
from .plan import CodePlan, Thing

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


def page(thing: Thing, language: str) -> Fields:
    """Return the fields of a standing page."""
    return {
        **common(thing, language),
        "body": stream(body(thing.texts[language]["blocks"], thing.key, _resource)),
        "version": thing.facts["version"],
        "effective_on": thing.facts["effective_on"],
    }


def home(thing: Thing, language: str) -> Fields:
    """Return the fields of the home page."""
    words = thing.texts[language]
    return {
        "title": words["title"],
        "summary": words["summary"],
        "hero_title": words["hero_title"],
        "hero_text": words["hero_text"],
        "body": stream(body(words["blocks"], thing.key, _resource)),
    }


def resource(thing: Thing, language: str) -> Fields:
    """Return the fields of a resource."""
    words, facts = thing.texts[language], thing.facts
    return {
        **common(thing, language),
        "purpose": to_rich_text(words["purpose"]),
        "keeper": words["owner"],
        "body": stream(body(words["blocks"], thing.key, _resource)),
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
        "body": stream(body(thing.texts[language]["blocks"], thing.key, _resource)),
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


def _resource(key: str) -> int | None:
    """Return the id of the source page of a resource."""
    from resources.models import ResourcePage

    row = ResourcePage.objects.filter(
        translation_key=content_id(f"resources/{key}", "page"), locale__language_code="uz"
    )
    return row.values_list("pk", flat=True).first()
