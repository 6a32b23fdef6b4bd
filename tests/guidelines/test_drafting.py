"""The drafting table: for editors' eyes only."""

import pytest

from guidelines.models import EthicsCodePage
from tests.factories.guidelines import CODE_KEY, make_code_page, make_edition
from tests.factories.pages import in_language, make_course, step

pytestmark = pytest.mark.django_db


def test_the_preview_shows_the_whole_draft_and_says_that_it_is_one(rf):
    page = make_code_page()
    html = page.make_preview_request(preview_mode=page.default_preview_mode).rendered_content
    assert "notice--warning" in html
    assert 'id="consent.withdrawal"' in html
    assert "Matn start.location 2a" in html


def test_a_draft_is_never_served_to_anybody(client):
    make_code_page()
    for language in ("uz", "ru", "en"):
        html = client.get(f"/{language}/guidelines/{CODE_KEY}/").content.decode()
        assert "consent.online" not in html


def test_the_step_of_a_course_leads_a_visitor_to_the_code(client):
    make_edition()
    page = step(make_course(lessons=1, acknowledgement=CODE_KEY), "acknowledgement")
    page = in_language(page, "en")
    context = page.get_context(client.get("/en/").wsgi_request)
    assert context["edition"].number == 1
    assert context["code_url"].endswith(f"/guidelines/{CODE_KEY}/")


def test_the_step_says_when_no_edition_is_in_force(client):
    page = step(make_course(lessons=1, acknowledgement="no-such-code"), "acknowledgement")
    assert page.get_context(client.get("/uz/").wsgi_request)["edition"] is None


def test_force_and_number_are_never_offered_to_translators():
    from wagtail_localize.segments.extract import extract_segments

    page = make_code_page()
    paths = {segment.path.rsplit(".", 1)[-1] for segment in extract_segments(EthicsCodePage.objects.get(pk=page.pk))}
    assert not paths & {"key", "number", "force", "state", "moved_to", "modalities", "slug"}
