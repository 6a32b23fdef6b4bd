"""Finding a course in the catalogue: filters, spellings, languages, empty states."""

import pytest
from django.test import Client

from competences.models import Competence, Modality
from core import content_state
from courses.catalogue import CourseCard, Filters
from tests.factories.pages import in_language, make_course

CARD = CourseCard(
    slug="a", title="Oʻquv kursi", summary="Rozilik haqida", url="/", language="uz", hours=4,
    modalities=("video",), modality_names=("Video",), competences=("sw3",), tags=(("rozilik", "rozilik"),),
)  # fmt: skip


@pytest.mark.parametrize("words", ["", "oquv", "O'QUV rozilik", "ўқув"])
def test_words_answer_in_any_spelling(words):
    assert CARD.answers(Filters(words=words))


@pytest.mark.parametrize("filters", [{"words": "yoʻq"}, {"modality": "chat"}, {"competence": "sw1"}, {"tag": "x"}])
def test_a_course_must_answer_to_every_filter(filters):
    assert not CARD.answers(Filters(**filters))
    assert not CARD.answers(Filters(**{"words": "oquv", "modality": "video"} | filters))


def test_a_query_string_is_cut_and_unknown_keys_are_left_alone():
    filters = Filters.from_query({"q": "x" * 5000, "page": "3", "modality": " video "})
    assert len(filters.words) == 100 and filters.modality == "video" and not filters.is_empty


@pytest.fixture
def courses(db):
    modality, competence = Modality.objects.first(), Competence.objects.first()
    one = make_course("one", title="Rozilik va axloq", modality_keys=[modality.key], competence_keys=[competence.key])
    make_course("two", title="Xavfsizlik", hours=6)
    one.tags.add("rozilik")
    one.save()
    return modality, competence


def catalogue(client, **query):
    return client.get("/uz/courses/", query).content.decode()


def test_each_filter_narrows_the_list(client: Client, courses):
    modality, competence = courses
    for query in ({"q": "axloq"}, {"modality": modality.key}, {"competence": competence.key}, {"tag": "rozilik"}):
        page = catalogue(client, **query)
        assert "Rozilik va axloq" in page and "Xavfsizlik" not in page, query


def test_the_choice_stays_in_the_form(client: Client, courses):
    page = catalogue(client, modality=courses[0].key, q='"><i>')
    assert f'<option value="{courses[0].key}" selected>' in page
    assert "&quot;&gt;&lt;i&gt;" in page


def test_an_empty_result_leads_back_to_all(client: Client, courses):
    page = catalogue(client, q="hechnarsa")
    assert "card__title" not in page and page.count('href="/uz/courses/"') >= 2


def test_unknown_choices_find_nothing_and_break_nothing(client: Client, courses):
    assert client.get("/uz/courses/", {"modality": "x" * 3000, "tag": "\x00"}).status_code == 200


def test_a_course_without_translation_is_shown_and_marked(client: Client, courses):
    from courses.models import CoursePage

    in_language(CoursePage.objects.get(slug="two", locale__language_code="uz"), "ru").unpublish()
    page = client.get("/ru/courses/").content.decode()
    assert '<li class="card card--marked" lang="uz">' in page
    assert "/uz/courses/two/" in page and "/ru/courses/one/" in page


def test_hours_are_the_sum_of_the_modules(client: Client, courses):
    assert "6 " in catalogue(client, q="xavfsizlik").split("card__title")[1]


def test_queries_do_not_grow_with_courses(client: Client, courses, django_assert_max_num_queries):
    client.get("/uz/courses/")
    content_state.note()  # or else the page of before is shown
    with django_assert_max_num_queries(22) as few:
        client.get("/uz/courses/")
    for number in range(4):
        make_course(f"more-{number}", lessons=1, quiz=False)
    with django_assert_max_num_queries(len(few)):
        client.get("/uz/courses/")
