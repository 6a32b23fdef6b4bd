"""Loading content: twice changes nothing, an editor's work is kept, bad input is refused whole."""

import pytest
from django.core.management import CommandError
from wagtail.models import Page

from home.models import HomePage, LoadedContent, StandardPage
from resources.models import ResourcePage
from tests.loading.conftest import load

pytestmark = pytest.mark.django_db


def test_the_tree_is_whole_in_every_language(folder, django_capture_on_commit_callbacks, client):
    with django_capture_on_commit_callbacks(execute=True):
        load(folder)
    assert not any(Page.find_problems())
    for language in ("uz", "ru", "en"):
        assert client.get(f"/{language}/about/").status_code == 200


def test_pages_arrive_live_in_three_languages(folder):
    load(folder)
    about = StandardPage.objects.filter(slug="about")
    assert {page.locale.language_code: page.live for page in about} == {"uz": True, "ru": True, "en": True}
    assert len({page.translation_key for page in about}) == 1
    blocks = {page.locale.language_code: [block.id for block in page.body] for page in about}
    assert blocks["uz"] == blocks["ru"] == blocks["en"]
    assert len({page.title for page in about}) == 3
    assert HomePage.objects.count() == 3


def test_loading_twice_changes_nothing(folder):
    load(folder)
    before = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "title"))
    assert "nothing to change" in load(folder)
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "title")) == before


def test_a_changed_file_updates_its_page_only(folder):
    load(folder)
    path = folder / "pages/about.uz.yaml"
    path.write_text(path.read_text("utf-8").replace("Saboq haqida", "Saboq toʻgʻrisida", 1), "utf-8")
    assert load(folder).splitlines()[0] == "updated pages/about"
    assert StandardPage.objects.get(slug="about", locale__language_code="uz").title == "Saboq toʻgʻrisida"


def test_an_editors_change_is_kept_unless_the_key_is_told(folder):
    load(folder)
    page = ResourcePage.objects.get(slug="consent-talk", locale__language_code="ru")
    page.title = "Мой заголовок"
    page.save_revision().publish()
    path = folder / "resources/consent-talk.uz.yaml"
    path.write_text(path.read_text("utf-8").replace("review_on: 2027-02-01", "review_on: 2027-03-01"), "utf-8")

    assert "kept resources/consent-talk" in load(folder)
    assert ResourcePage.objects.get(pk=page.pk).title == "Мой заголовок"

    assert "updated resources/consent-talk" in load(folder, force=["resources/consent-talk"])
    source = ResourcePage.objects.get(slug="consent-talk", locale__language_code="uz")
    assert source.review_on.isoformat() == "2027-03-01"


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("pages/about.uz.yaml", "kind: page", "kind: lesson", "must be one of: page"),
        ("pages/about.ru.yaml", "title:", "titel:", "`titel` is not in the source file"),
        ("pages/about.uz.yaml", "key: about", "key: other", "`key` is `other`"),
        ("resources/consent-talk.uz.yaml", "review_on: 2027-02-01", "review_on: soon", "expected a date"),
        ("resources/consent-talk.uz.yaml", "kind: resource", "kind: resource\nkind: resource", "twice"),
        ("resources/consent-talk.en.yaml", "summary:", "version: '2'\nsummary:", "`version` is structure"),
        ("pages/about.uz.yaml", "blocks:", "blocks: [", "not YAML"),
    ],
)
def test_bad_input_names_file_line_and_reason_and_changes_nothing(folder, file, old, new, reason):
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(CommandError) as caught:
        load(folder)
    message = str(caught.value)
    assert file in message
    assert reason in message
    assert message.split(file)[1].split(":")[1].isdigit()
    assert not LoadedContent.objects.exists()


def test_a_citation_of_nothing_is_refused(folder):
    shown = "\n  law: {type: citation, code: online-practice-code, article: consent.never}\n"
    for language in ("uz", "ru", "en"):
        path = folder / f"resources/consent-talk.{language}.yaml"
        path.write_text(path.read_text("utf-8") + (shown if language == "uz" else ""), "utf-8")
    with pytest.raises(CommandError, match=r"consent-talk.uz.yaml:\d+: no code has the article"):
        load(folder)


def test_a_translation_with_other_paragraphs_is_refused(folder):
    path = folder / "resources/consent-talk.en.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("purpose: |\n", "purpose: |\n  One more paragraph.\n\n", 1), "utf-8")
    with pytest.raises(CommandError, match="paragraphs and list items differ"):
        load(folder)
