"""Reading pages are fed by editions only."""

from datetime import date

import pytest
import time_machine

from core import content_state
from tests.factories.guidelines import CODE_KEY, make_code, make_code_page, make_edition, make_text
from tests.factories.pages import make_home
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
BASE = f"/uz/guidelines/{CODE_KEY}/"


@pytest.fixture(autouse=True)
def _site(db):
    make_home()
    with time_machine.travel("2026-03-01T12:00:00+05:00", tick=False):
        yield


@pytest.fixture
def two_editions():
    return make_edition(1), make_edition(2, in_force_from=date(2026, 9, 1))


def page(client, path="", language="uz", status=200):
    response = client.get(f"/{language}/guidelines/{CODE_KEY}/{path}")
    assert response.status_code == status
    return response.content.decode()


def test_the_address_of_a_code_shows_the_edition_in_force_today(client, two_editions):
    assert "Matn consent.withdrawal 1<" in page(client)
    with time_machine.travel("2026-09-01T00:00:01+05:00"):
        assert "Matn consent.withdrawal 1 v2<" in page(client)


def test_every_article_has_its_key_as_anchor_and_its_number_as_a_link(client, two_editions):
    html = page(client)
    for article in make_text().articles():
        assert f'id="{article.key}"' in html
        assert f'href="#{article.key}">{article.number}-modda</a>' in html


def test_articles_are_labelled_as_a_lawyer_of_that_language_would(client, two_editions):
    assert ">ст. 3¹</a>" in page(client, language="ru")
    assert ">Art. 3¹</a>" in page(client, language="en")


def test_before_the_first_day_the_coming_edition_is_shown_with_a_banner(client):
    make_edition(1, in_force_from=date(2026, 6, 1))
    assert "Edition 1 is not in force yet. It comes into force on 1 June 2026." in page(client, language="en")


def test_an_edition_has_its_address_for_ever(client, two_editions):
    with time_machine.travel("2031-01-01T12:00:00+05:00"):
        html = page(client, "editions/1/", "en")
    assert "Text consent.withdrawal 1<" in html
    assert "no longer in force. It was from 1 February 2025 until 31 August 2026." in html
    assert f'href="/en/guidelines/{CODE_KEY}/"' in html


def test_a_coming_edition_says_so_and_leads_to_the_one_in_force(client, two_editions):
    html = page(client, "editions/2/", "en")
    assert "Edition 2 is not in force yet" in html
    assert "Read the edition in force today" in html


def test_an_unknown_edition_is_not_found(client, two_editions):
    page(client, "editions/3/", status=404)


def test_the_text_of_a_day(client, two_editions):
    assert "1 v2<" not in page(client, "on/2026-08-31/")
    assert "1 v2<" in page(client, "on/2026-09-01/")


def test_before_the_first_edition_a_day_is_not_found_in_words_of_its_own(client, two_editions):
    html = page(client, "on/2025-01-31/", "en", status=404)
    assert "On 31 January 2025 this code was not in force. Its first edition begins on 1 February 2025." in html


@pytest.mark.parametrize("day", ["2025-2-1", "20250201", "2025-02-30", "2025-W05-6", "yesterday", "2025-02-01x"])
def test_a_day_that_is_none_is_not_found(client, two_editions, day):
    page(client, f"on/{day}/", status=404)


def test_the_list_of_editions_says_which_is_in_force(client, two_editions):
    html = page(client, "editions/", "en")
    assert html.index("Edition 2") < html.index("Edition 1")
    assert html.count("badge--done") == 1
    assert "in force from 1 February 2025 until 31 August 2026" in html


def test_forms_of_work_filter_the_articles(client, two_editions):
    assert 'id="start.location"' in page(client, "?form=chat")
    html = page(client, "?form=email", "en")
    assert 'id="start.location"' not in html
    assert "E-mail: 4 of 5 articles." in html
    assert page(client, "?form=<script>").count("<article") == 5


def test_force_and_forms_are_told_in_words(client, two_editions):
    html = page(client, language="en")
    assert html.count(">Binding<") == 4
    assert html.count(">Advisory<") == 1
    assert "Concerns only: Chat, Video" in html


def test_the_notice_of_the_text_is_shown(client, two_editions):
    assert "Text namuna" in page(client, language="en")


def test_facts_name_act_days_and_digest(client, two_editions):
    html = page(client, language="en")
    for words in ("Order 1-son", "20 December 2024", "10 January 2025", "31 August 2026", two_editions[0].digest):
        assert words in html


def test_without_a_translation_the_uzbek_text_is_shown_and_marked(client):
    make_edition(languages=("ru",))
    html = page(client, language="en")
    assert '<h1 lang="uz">Matn kodeks</h1>' in html
    assert '<ol class="code-text__clauses" lang="uz">' in html
    assert "This edition has no text in your language yet." in html


def test_a_translated_text_carries_no_mark_of_another_language(client):
    make_edition(languages=("en",))
    html = page(client, language="en")
    assert ' lang="uz"' not in html[html.index("<main") : html.index("About this edition")]


def test_pages_stay_when_the_drafting_page_is_deleted(client):
    draft = make_code_page()
    make_code().delete()
    make_edition()
    draft.delete()
    assert "Matn consent.withdrawal 1" in page(client)


def test_visitors_get_a_page_that_caches_may_keep(client, two_editions):
    for path in ("", "editions/", "editions/1/", "on/2026-01-01/"):
        response = client.get(BASE + path)
        assert "public" in response["Cache-Control"]
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in response.content.decode()


def test_signed_in_people_get_a_page_that_no_cache_keeps(client, two_editions):
    client.force_login(make_person())
    assert "no-store" in client.get(BASE)["Cache-Control"]
    assert "public" not in client.get(BASE)["Cache-Control"]


def test_search_engines_are_told_the_other_languages(client, two_editions):
    html = page(client)
    assert f'hreflang="ru" href="http://127.0.0.1:8000/ru/guidelines/{CODE_KEY}/"' in html
    assert f'rel="canonical" href="http://127.0.0.1:8000{BASE}"' in html


@pytest.mark.parametrize("path", ["", "editions/", "editions/1/", "on/2026-01-01/"])
def test_a_reading_page_asks_few_questions(client, two_editions, path, django_assert_max_num_queries):
    client.get(BASE + path)
    content_state.note()  # or else the page of before is shown
    with django_assert_max_num_queries(8):
        client.get(BASE + path)


def test_asking_by_post_is_refused(client, two_editions):
    assert client.post(BASE).status_code == 405


def test_other_pages_under_the_same_address_are_left_to_wagtail(client):
    assert client.get("/uz/guidelines/nothing-here/").status_code == 404


def test_a_code_without_an_edition_says_so(client):
    make_code_page()
    html = client.get(f"/en/guidelines/{CODE_KEY}/").content.decode()
    assert "This code has no edition yet." in html
    assert "Text consent.online 1" not in html


def test_the_drafting_page_leads_to_the_reading_page_wherever_it_is(client):
    draft = make_code_page()
    make_code().delete()
    edition = make_edition()
    type(edition.code).objects.update(translation_key=draft.translation_key)
    draft.slug = "moved-draft"
    draft.save()
    response = client.get("/uz/guidelines/moved-draft/")
    assert (response.status_code, response.url) == (302, BASE)
