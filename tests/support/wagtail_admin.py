"""Wagtail's admin used as a moderator uses it: edit and publish, delete. What its scripts would send is sent."""

from typing import Any

from django.test import Client
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text


def publish_edited(browser: Client, page: Page, **changed: Any) -> None:
    """Open a page's editor, change fields, press "Publish".

    Args:
        changed: form fields by name; a stream, like `questions` of a quiz, is its raw data.
    """
    address = f"/admin/pages/{page.pk}/edit/"
    editor = browser.get(address)
    assert editor.status_code == 200
    fields = dict(querydict_from_html(editor.content.decode(), form_id="page-edit-form").lists())
    for name, stream in _streams_of(page).items():
        fields |= nested_form_data({name: _stream(changed.pop(name, stream))})
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


def _streams_of(page: Page) -> dict[str, list[dict[str, Any]]]:
    """Return the raw data of every stream of a page, which only the editor's scripts would put into its form."""
    draft = page.get_latest_revision_as_object() if page.latest_revision else page.specific
    names = [field.name for field in draft._meta.get_fields() if isinstance(field, StreamField)]
    return {name: list(getattr(draft, name).raw_data) for name in names}


def _stream(blocks: list[dict[str, Any]]) -> dict[str, Any]:
    form: dict[str, Any] = {"count": len(blocks)}
    for number, block in enumerate(blocks):
        value = block["value"]
        form[str(number)] = {
            "order": number,
            "deleted": "",
            "id": block["id"],
            "value": _struct(value) if isinstance(value, dict) else value,
            **({} if block["type"] == "item" else {"type": block["type"]}),
        }
    return form


def _struct(value: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a block's fields: a box that is not ticked is not sent."""
    form: dict[str, Any] = {}
    for name, field in value.items():
        if isinstance(field, list):
            form[name] = _stream(field)
        elif isinstance(field, dict):
            form[name] = _struct(field)
        elif isinstance(field, bool):
            form |= {name: "on"} if field else {}
        elif isinstance(field, str) and field.startswith("<"):
            form[name] = rich_text(field)
        else:
            form[name] = field
    return form
