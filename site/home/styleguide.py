"""The components of the site, each shown with the words that fit it. Exists in development only."""

from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.blocks import BodyBlock
from core.citations import CitedArticle

COLOURS = (
    "paper", "surface", "sunken", "ink", "ink-soft", "line", "line-strong", "lapis", "lapis-deep", "lapis-tint",
    "terracotta", "saffron", "saffron-tint", "green", "green-tint", "red", "red-tint", "mark",
)  # fmt: skip
ICONS = (
    "menu", "search", "user", "done", "open", "locked", "warning", "error", "info", "rule", "example", "law",
    "clock", "file", "play", "print", "arrow", "chat", "phone", "video", "visit", "email", "book", "quote",
    "certificate", "lesson", "quiz", "acknowledgement", "flag",
)  # fmt: skip
#: Every block that needs no file, as editors would fill it in.
BLOCKS: list[dict[str, Any]] = [
    {"type": "heading", "value": "A heading inside a page"},
    {
        "type": "text",
        "value": "<p>Running text with <b>weight</b>, <i>stress</i> and a list:</p><ul><li>one</li></ul>",
    },
    *(
        {"type": "callout", "value": {"tone": tone, "title": "A title", "text": "<p>What must not be overlooked.</p>"}}
        for tone in ("rule", "warning", "example", "law")
    ),
    {"type": "vignette", "value": {"title": "Dilnoza’s evening", "text": "<p>An invented case.</p>"}},
    {
        "type": "dialogue",
        "value": {
            "title": "A first message",
            "channel": "chat",
            "speakers": [{"key": "worker", "name": "Dilnoza"}, {"key": "person", "name": "Saida"}],
            "lines": [
                {"by": "person", "text": "May I write to you here?", "note": ""},
                {"by": "worker", "text": "Yes. Who else reads this phone?", "note": "Safety is asked first."},
            ],
        },
    },
    {
        "type": "checklist",
        "value": {"title": "Before the session", "items": ["The door is shut", "The phone is full"]},
    },
    {
        "type": "table",
        "value": {
            "caption": "Forms of work",
            "columns": ["Form", "Good", "Limit"],
            "rows": [["Video", "Faces are seen", "Needs a fast line"], ["Chat", "Quiet", "Slow"]],
        },
    },
    {"type": "quotation", "value": {"text": "Small words carry far.", "source": "A proverb"}},
    {
        "type": "citation",
        "value": {"code": "sample-code", "article": "consent.online", "note": "Why it matters here."},
    },
]
CITED = CitedArticle("sample-code", "consent.online", "9", "Informed consent online", "Art. 9", "#citation", True)


class SampleForm(forms.Form):
    """Every kind of field."""

    name = forms.CharField(label="Surname", help_text="As in your passport.", max_length=60)
    note = forms.CharField(label="Note", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    form_of_work = forms.ChoiceField(label="Form", choices=[("video", "Video"), ("chat", "Chat")])
    days = forms.MultipleChoiceField(
        label="Days", choices=[("1", "Monday"), ("2", "Tuesday")], widget=forms.CheckboxSelectMultiple
    )
    agree = forms.BooleanField(label="I have read the rules")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component."""
    wrong = SampleForm({"name": "", "agree": ""})
    context = {
        "colours": COLOURS,
        "icons": ICONS,
        "body": BodyBlock().to_python(BLOCKS),
        "citations": {(CITED.code, CITED.article): CITED},
        "form": wrong,
        "page_obj": Paginator(range(50), 10).page(2),
        "crumbs": [{"title": "Courses", "url": "#"}, {"title": "Ethics", "url": "#"}, {"title": "Here", "url": ""}],
        "tones": ("info", "success", "warning", "error"),
        "badges": (("done", "done"), ("open", "open"), ("locked", "locked"), ("warn", "due soon"), ("fail", "failed")),
        "card": SimpleNamespace(
            title="Ethics, consent and confidentiality online",
            summary="One sentence about the course.",
            url="#card",
            hours=10,
            language="en",
            modality_names=("Video", "Chat"),
        ),
    }
    return render(request, "home/styleguide.html", context)
