"""Pages that all visitors get alike are made once; nothing else is ever kept."""

import gzip
from datetime import date

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from core.shared_pages import SharedPagesMiddleware, address_of, for_everybody
from home.models import StandardPage
from tests.factories.accounts import signed_in
from tests.factories.guidelines import make_code_page, make_edition
from tests.factories.pages import make_catalogue, make_course, make_home, step
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db

HOME = "/uz/"


@pytest.fixture
def made():
    """Which pages were made and not taken from memory: answers of a small view behind the middleware."""
    return []


def answers(made, *requests, view=None):
    """Ask the middleware one request after another, with a view that says how often it was asked."""

    def counting(request):
        made.append(request.get_full_path())
        return (view or page)(request)

    middleware = SharedPagesMiddleware(counting)
    return [middleware(request) for request in requests]


def page(request):
    return for_everybody(request, HttpResponse(f"<p>{request.path}</p>"))


def get(address="/uz/about/", **headers):
    return RequestFactory().get(address, **headers)


def test_a_page_is_made_once(made):
    first, second = answers(made, get(), get())
    assert first.content == second.content == b"<p>/uz/about/</p>"
    assert len(made) == 1


def test_a_second_visit_asks_the_database_for_the_state_alone(client, django_assert_num_queries):
    make_home()
    client.get(HOME)
    with django_assert_num_queries(1):
        assert client.get(HOME).status_code == 200


def test_hosts_schemes_paths_and_known_queries_are_told_apart(made):
    answers(
        made,
        get(),
        get("/ru/about/"),
        get("/uz/about/?page=2"),
        get(HTTP_HOST="localhost"),
        get(**{"wsgi.url_scheme": "https"}),
    )
    assert len(made) == 5


@pytest.mark.parametrize("query", ["q=salom", "x=1", "page=1&page=2", f"page={'9' * 61}"])
def test_a_page_asked_with_other_queries_is_made_anew_and_not_kept(made, query):
    answers(made, get(f"/uz/about/?{query}"), get(f"/uz/about/?{query}"))
    assert len(made) == 2


def test_marks_of_a_campaign_find_the_page_and_keep_none_of_their_own(made):
    marked = "/uz/about/?utm_source=mail&fbclid=1"
    answers(made, get(marked), get(marked), get(), get(marked))
    assert made == [marked, marked, "/uz/about/"]


@pytest.mark.parametrize(
    "request_",
    [
        RequestFactory().post("/uz/about/"),
        RequestFactory().head("/uz/about/"),
        get(HTTP_COOKIE="sessionid=x"),
        get(HTTP_AUTHORIZATION="Basic eDp5"),
        get(HTTP_HX_REQUEST="true"),
        get(f"/uz/{'a/' * 200}"),
        get("/verify/?lang=uz"),
        get("/healthz"),
    ],
)
def test_these_requests_never_get_a_kept_page(request_):
    assert address_of(request_) is None


def test_other_cookies_do_not_matter(made):
    answers(made, get(), get(HTTP_COOKIE="theme=dark"))
    assert len(made) == 1


def _preview(request):
    request.is_preview = True
    return page(request)


def _with_header(name, value):
    def view(request):
        response = page(request)
        response.headers[name] = value
        return response

    return view


def _with_cookie(request):
    response = page(request)
    response.set_cookie("seen", "1")
    return response


def _with_token(request):
    get_token(request)
    return page(request)


def _with_session(request):
    from django.contrib.sessions.backends.db import SessionStore

    request.session = SessionStore()
    request.session["note"] = "x"
    return page(request)


def _with_nonce(request):
    request._csp_nonce = "abc"
    return page(request)


@pytest.mark.parametrize(
    "view",
    [
        _preview,
        _with_cookie,
        _with_token,
        _with_session,
        _with_nonce,
        _with_header("Cache-Control", "private"),
        _with_header("Cache-Control", "public, no-store"),
        _with_header("Vary", "Cookie, User-Agent"),
        _with_header("Content-Type", "application/json"),
        lambda request: HttpResponse("not said to be for everybody"),
        lambda request: for_everybody(request, HttpResponse("gone", status=404)),
        lambda request: for_everybody(request, HttpResponse(status=302, headers={"Location": "/"})),
        lambda request: for_everybody(request, StreamingHttpResponse(iter([b"x"]))),
        lambda request: for_everybody(request, HttpResponse("x" * 1_000_001)),
    ],
)
def test_these_answers_are_never_kept(made, view):
    answers(made, get(), get(), view=view)
    assert len(made) == 2


def test_a_page_made_for_somebody_signed_in_is_never_kept(made):
    person = make_person("somebody@example.test")

    def view(request):
        request.user = person
        return page(request)

    answers(made, get(), get(), view=view)
    assert len(made) == 2


def test_a_preview_is_neither_kept_nor_answered_from_memory():
    home = make_home()
    Client().get(HOME)
    home.hero_title = "Qoralama sarlavha"
    assert "Qoralama sarlavha" in home.make_preview_request().content.decode()
    assert "Qoralama sarlavha" not in Client().get(HOME).content.decode()


def test_browsers_take_the_page_compressed_or_plain(made):
    plain, small, refused = answers(
        made, get(), get(HTTP_ACCEPT_ENCODING="br, gzip"), get(HTTP_ACCEPT_ENCODING="gzip;q=0, br")
    )
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content == refused.content
    for answer in (plain, small, refused):
        assert answer.headers["Content-Length"] == str(len(answer.content))
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_browser_that_has_the_page_is_told_so(made):
    (first,) = answers(made, get())
    (again,) = answers(made, get(HTTP_IF_NONE_MATCH=first.headers["ETag"]))
    assert (again.status_code, again.content) == (304, b"")
    (other,) = answers(made, get("/uz/contact/", HTTP_IF_NONE_MATCH=first.headers["ETag"]))
    assert other.status_code == 200


def test_visitors_get_no_cookie_and_no_token_and_may_keep_the_page(client):
    make_course()
    for address in (HOME, "/uz/courses/", "/ru/courses/ethics-online/"):
        for _time in range(2):
            answer = client.get(address)
            assert not answer.cookies
            assert b"csrfmiddlewaretoken" not in answer.content
            assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
            assert {"Cookie", "Accept-Encoding"} <= set(answer.headers["Vary"].replace(" ", "").split(","))
            assert answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
            assert answer.headers["Content-Language"] == address[1:3]
    assert not Session.objects.exists()


def test_whoever_signs_in_gets_a_page_of_their_own_that_nobody_keeps(client):
    make_home()
    client.get(HOME)
    own = signed_in(make_person("lola@example.test", first_name="Lola"))
    answer = own.get(HOME)
    assert "Lola" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert "public" not in answer.headers["Cache-Control"]
    assert "Lola" not in client.get(HOME).content.decode()


def test_a_visitor_with_a_session_gets_a_page_that_nobody_keeps():
    make_home()
    visitor = Client()
    visitor.get("/uz/account/login/")
    assert visitor.cookies
    assert "public" not in visitor.get(HOME).headers.get("Cache-Control", "")


def _retitle(about):
    about.title = "Yangi nom"
    about.save_revision().publish()


def _move_deeper(about):
    about.move(make_catalogue(), "last-child")


@pytest.mark.parametrize(
    "change",
    [_retitle, _move_deeper, lambda about: about.unpublish(), lambda about: about.delete()],
)
def test_visitors_see_a_change_at_once(client, change):
    home = make_home()
    about = home.add_child(instance=StandardPage(title="Eski nom", slug="about", locale=home.locale))
    before = client.get("/uz/about/")
    menu_before = client.get(HOME).content
    assert "Eski nom" in before.content.decode()
    change(StandardPage.objects.get(pk=about.pk))
    after = client.get("/uz/about/")
    assert (after.status_code, after.content) != (200, before.content)
    assert client.get(HOME).content != menu_before


def test_a_page_that_is_closed_to_visitors_is_closed_at_once(client):
    home = make_home()
    about = home.add_child(instance=StandardPage(title="Yopiladi", slug="about", locale=home.locale))
    assert client.get("/uz/about/").status_code == 200
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/uz/about/").status_code == 302


def test_a_step_that_is_no_sample_any_more_is_closed_at_once(client):
    lesson = step(make_course(), "lesson-1")
    lesson.is_sample = True
    lesson.save_revision().publish()
    address = lesson.get_url()
    assert client.get(address).status_code == 200
    lesson.is_sample = False
    lesson.save_revision().publish()
    assert client.get(address).status_code == 302


def test_an_edition_comes_into_force_at_midnight_in_tashkent(client):
    make_code_page()
    make_edition(1, in_force_from=date(2025, 2, 1))
    make_edition(2, in_force_from=date(2026, 9, 1))
    address = "/uz/guidelines/online-practice-code/"
    with time_machine.travel("2026-08-31T18:59:58Z", tick=False):
        before = client.get(address).content
        assert client.get(address).content == before
    with time_machine.travel("2026-08-31T19:00:00Z", tick=False):
        assert client.get(address).content != before


def test_what_is_kept_is_bounded(made):
    caches["content"].clear()
    answers(made, *(get(f"/uz/a{number}/") for number in range(1200)))
    assert len(caches["content"]._cache) <= 1000
