"""What a reader finds: in any spelling, titles first, nothing but text."""

import pytest
from django.test import Client

from core.folding import fold
from search.models import Entry
from search.selectors import find, wanted_words

pytestmark = pytest.mark.django_db


def entry(title, text="", language="uz", kind="lesson"):
    number = Entry.objects.count()
    return Entry.objects.create(
        key=f"page:{number}",
        kind=kind,
        language=language,
        title=title,
        text=text,
        folded_title=fold(title),
        folded_text=fold(text),
        url=f"/{language}/found-{number}/",
    )


def found(query, language="uz"):
    return [row.title for row in find(wanted_words(query), language)]


@pytest.mark.parametrize("query", ["oquv", "oʻquv", "o'quv", "o‘quv", "o`quv", "öquv", "ўқув", "OʻQUV", " O'Quv "])
def test_every_spelling_finds_the_same(query):
    entry("Oʻquv dasturi")
    entry("Boshqa narsa")
    assert found(query) == ["Oʻquv dasturi"]


def test_russian_words_are_found_as_they_are_typed():
    entry("Согласие и запись", language="ru")
    assert found("согласие", "ru") == ["Согласие и запись"]


def test_every_word_of_the_query_must_occur():
    entry("Rozilik", "yozib olish haqida")
    entry("Rozilik", "boshqa gap")
    assert len(found("rozilik yozib")) == 1


def test_titles_come_before_texts():
    entry("Aloqa uzilishi", "rozilik soʻraladi")
    entry("Rozilik", "")
    assert found("rozilik") == ["Rozilik", "Aloqa uzilishi"]


def test_a_word_may_be_cut_short():
    entry("Maxfiylik chegarasi")
    assert found("maxfiy") == ["Maxfiylik chegarasi"]


def test_signs_of_the_query_language_of_a_database_mean_nothing():
    entry("Rozilik")
    assert found("%") == [] and found("_") == [] and found("") == []


def test_another_language_answers_when_the_readers_own_has_nothing(client: Client):
    entry("Rozilik", "matn")
    page = client.get("/ru/search/", {"q": "rozilik"}).content.decode()
    assert '<li lang="uz">' in page


def test_the_page_marks_what_was_found_and_escapes_the_rest(client: Client):
    entry("Rozilik <b>", "bu <script>alert(1)</script> rozilik haqida")
    page = client.get("/uz/search/", {"q": "rozilik"}).content.decode()
    assert "<mark>Rozilik</mark> &lt;b&gt;" in page
    assert "<script>alert" not in page


def test_a_query_is_shown_back_escaped(client: Client):
    page = client.get("/uz/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_a_search_without_result_says_what_to_try(client: Client):
    response = client.get("/en/search/", {"q": "zzzz"})
    assert response.status_code == 200
    assert "Nothing was found" in response.content.decode()


def test_pages_follow_each_other(client: Client):
    for number in range(25):
        entry(f"Dars {number:02}")
    first = client.get("/uz/search/", {"q": "dars"}).content.decode()
    assert first.count("card__title") == 10
    assert "?q=dars&amp;page=2" in first
    assert client.get("/uz/search/", {"q": "dars", "page": "999"}).context["page_obj"].number == 3
    assert client.get("/uz/search/", {"q": "dars", "page": "x"}).status_code == 200


def test_queries_do_not_grow_with_results(client: Client, django_assert_max_num_queries):
    for number in range(30):
        entry(f"Dars {number:02}")
    client.get("/uz/search/", {"q": "dars"})
    with django_assert_max_num_queries(9):
        client.get("/uz/search/", {"q": "dars"})


def test_a_search_writes_nothing_and_sets_no_cookie(client: Client):
    entry("Rozilik")
    response = client.get("/uz/search/", {"q": "rozilik"})
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.parametrize("query", ["q" * 5000, "a " * 4000, "\x00", "ў" * 300])
def test_monstrous_queries_are_cut(client: Client, query):
    assert client.get("/uz/search/", {"q": query}).status_code == 200
