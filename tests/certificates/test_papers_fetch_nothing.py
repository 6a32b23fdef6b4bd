"""While a paper is rendered nothing is read from the disk or from a network."""

import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from certificates.rendering.fetching import DataOnlyFetcher


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that writes down who asks."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


MARKUP = [
    '<img src="{url}">',
    '<link rel="stylesheet" href="{url}">',
    '<style>@import url("{url}");</style>',
    '<style>@font-face {{ font-family: x; src: url("{url}") }} p {{ font-family: x }}</style><p>x',
    '<p style="background: url({url})">x</p>',
    '<svg><image href="{url}" width="1" height="1"/></svg>',
    '<object data="{url}"></object>',
]


@pytest.mark.parametrize("markup", MARKUP)
def test_a_host_is_never_asked(markup: str, listener: tuple[str, list[str]]) -> None:
    url, asked = listener
    # WeasyPrint itself gives up an SVG image that cannot be drawn; everything else stops the paper.
    with suppress(FatalURLFetchingError):
        HTML(string=markup.format(url=f"{url}/x.png"), url_fetcher=DataOnlyFetcher()).write_pdf()
        assert "<svg" in markup
    assert asked == []


@pytest.mark.parametrize("markup", MARKUP[:-1])
def test_without_the_fetcher_the_same_markup_would_ask(markup: str, listener: tuple[str, list[str]]) -> None:
    url, asked = listener
    HTML(string=markup.format(url=f"{url}/x.png")).write_pdf()
    assert asked == ["/x.png"] or set(asked) == {"/x.png"}


@pytest.mark.parametrize("markup", MARKUP)
def test_a_file_is_never_read(markup: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    Image.new("RGB", (8, 8), "red").save(secret)
    with suppress(FatalURLFetchingError):
        pdf = HTML(string=markup.format(url=secret.as_uri()), url_fetcher=DataOnlyFetcher()).write_pdf()
        assert "<svg" in markup
        assert "/XObject" not in PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"] or not list(
            PdfReader(io.BytesIO(pdf)).pages[0].images
        )


@pytest.mark.parametrize(
    "url", ["http://example.test/", "file:///etc/passwd", "ftp://x/", "FILE:///etc/passwd", "x", ""]
)
def test_the_fetcher_opens_data_only(url: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        DataOnlyFetcher().fetch(url)
    assert DataOnlyFetcher().fetch("data:text/plain,ok").read() == b"ok"
