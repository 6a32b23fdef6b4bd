"""Wagtail's admin used as a moderator uses it: edit and publish, delete. What its scripts would send is sent."""

from typing import Any

from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text


def publish_edited(browser: Client, page: Page, **changed: Any) -> None:
    """Open a page's editor, change fields, press "Publish".

    Args:
        changed: form fields by name; `questions` is the raw stream data of a quiz.
    """
    address = f"/admin/pages/{page.pk}/edit/"
    editor = browser.get(address)
    assert editor.status_code == 200
    fields = dict(querydict_from_html(editor.content.decode(), form_id="page-edit-form").lists())
    if "questions" in changed:
        fields |= nested_form_data({"questions": _stream(changed.pop("questions")), "bands": _stream([])})
    answer = browser.post(address, {**fields, **changed, "action-publish": "publish"})
    assert answer.status_code == 302, answer.context["form"].errors


def delete(browser: Client, page: Page) -> None:
    """Press "Delete" on a page, and confirm it; a moderator deletes what stands below it before, page by page."""
    for child in Page.objects.get(pk=page.pk).get_children():
        delete(browser, child)
    address = f"/admin/pages/{page.pk}/delete/"
    assert browser.get(address).status_code == 200
    assert browser.post(address).status_code == 302
    assert not Page.objects.filter(pk=page.pk).exists()


def _stream(blocks: list[dict[str, Any]], *, items: bool = False) -> dict[str, Any]:
    form: dict[str, Any] = {"count": len(blocks)}
    for number, block in enumerate(blocks):
        value = block["value"]
        form[str(number)] = {
            "order": number,
            "deleted": "",
            "id": block["id"],
            "value": _struct(value),
            **({} if items else {"type": block["type"]}),
        }
    return form


def _struct(value: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a block's fields: a box that is not ticked is not sent."""
    form: dict[str, Any] = {}
    for name, field in value.items():
        if isinstance(field, list):
            form[name] = _stream(field, items=True)
        elif isinstance(field, bool):
            form |= {name: "on"} if field else {}
        elif isinstance(field, str) and field.startswith("<"):
            form[name] = rich_text(field)
        else:
            form[name] = field
    return form
