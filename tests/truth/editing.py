"""What editors do to pages, as Wagtail's and wagtail-localize's buttons do it."""

import json
from collections.abc import Callable
from typing import Any

from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from tests.factories.quizzes import quiz_data

QuizData = list[dict[str, Any]]


def other_words(data: QuizData) -> QuizData:
    """Give every question another stem and every option another text."""
    for block in data:
        block["value"]["stem"] = "<p>Butunlay boshqa savol</p>"
        block["value"]["feedback"] = "<p>Boshqa izoh</p>"
        for option in block["value"].get("options", ()):
            option["value"]["text"] += " (yangi)"
    return data


def other_key(data: QuizData) -> QuizData:
    """Make other answers right."""
    for block in data:
        value = block["value"]
        if "answer" in value:
            value["answer"] = "false" if value["answer"] == "true" else "true"
            continue
        flags = [option["value"]["correct"] for option in value["options"]]
        for option, flag in zip(value["options"], flags[1:] + flags[:1], strict=True):
            option["value"]["correct"] = flag
    return data


def other_points(data: QuizData) -> QuizData:
    """Make the last question worth most, and critical."""
    data[-1]["value"]["points"], data[-1]["value"]["critical"] = 9, True
    return data


def turned_round(data: QuizData) -> QuizData:
    """Turn the order of questions and options round."""
    for block in data:
        block["value"].get("options", []).reverse()
    return data[::-1]


def fewer(data: QuizData) -> QuizData:
    """Take all questions but the first out."""
    return data[:1]


EDITS: dict[str, Callable[[QuizData], QuizData]] = {
    edit.__name__: edit for edit in (other_words, other_key, other_points, turned_round, fewer)
}


def found(key: Any, language: str = "uz") -> Any:
    """Return a page by translation key, or None when it was deleted."""
    page = Page.objects.filter(translation_key=key, locale__language_code=language).first()
    return page.specific if page else None


def write(page: Any, **fields: Any) -> None:
    """Change fields of a page and publish it."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def write_questions(page: Any, language: str, edit: str, **rules: Any) -> None:
    """Write a quiz anew from its first questions, changed by one of `EDITS`, and publish it."""
    write(page, questions=json.dumps(EDITS[edit](quiz_data("quiz", language))), **rules)


def republish(page: Any, number: int) -> None:
    """Publish one of the old revisions of a page."""
    revisions = list(Revision.objects.for_instance(page).order_by("pk"))
    if revisions:
        revisions[number % len(revisions)].publish()


def sync(page: Any, *, publish: bool) -> None:
    """Send a page to its translators and bring back what they have (nothing: the source's words)."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    for locale in Locale.objects.exclude(language_code="uz"):
        Translation.objects.get_or_create(source=source, target_locale=locale)
    for translation in Translation.objects.filter(source=source):
        translation.save_target(publish=publish)


def delete_everywhere(page: Any) -> None:
    """Delete a page and its translations, as the button does."""
    for twin in [*page.get_translations(), page]:
        Page.objects.get(pk=twin.pk).specific.delete()
