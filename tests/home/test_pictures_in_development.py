"""Pictures of lessons are seen while the site runs on somebody's own machine; papers beside them are not."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for place in ("images/doors.webp", "papers/2026/1-uz.pdf", "documents/card.pdf"):
        file = tmp_path / place
        file.parent.mkdir(parents=True)
        file.write_bytes(b"content of " + place.encode())
    return tmp_path


def test_a_picture_is_handed_out_with_its_kind(client, stored):
    answer = client.get("/media/images/doors.webp")
    assert b"".join(answer) == b"content of images/doors.webp"
    assert answer.headers["Content-Type"] == "image/webp"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "address",
    [
        "/media/papers/2026/1-uz.pdf",
        "/media/documents/card.pdf",
        "/media/images/",
        "/media/images/..%2Fpapers%2F2026%2F1-uz.pdf",
        "/media/images/../papers/2026/1-uz.pdf",
    ],
)
def test_nothing_else_of_the_folder_is_handed_out(client, stored, address):
    assert client.get(address).status_code == 404
