from importlib import import_module
from pathlib import Path

import pytest
from django.core.mail import get_connection

from accounts.mail import compose
from accounts.mailbox import find, stored

BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def folder(tmp_path, settings):
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


def write(folder: Path, *subjects: str, text: str = "Salom, oʻquvchi!\n\nhttp://127.0.0.1:8000/uz/a/?b=1&c=2"):
    with get_connection(BACKEND, file_path=str(folder)) as connection:
        for subject in subjects:
            message = compose(subject=subject, text=text, to="olim@example.test", language="uz")
            message.connection = connection
            message.send()


def test_mails_are_read_back_from_their_files(folder):
    write(folder, "Birinchi oʻzgarish", "Ikkinchi")
    assert [mail.subject for mail in stored(folder)] == ["Ikkinchi", "Birinchi oʻzgarish"]
    mail = stored(folder)[1]
    assert (mail.to, mail.text.strip().splitlines()[0]) == ("olim@example.test", "Salom, oʻquvchi!")
    assert "<html" in mail.html


@pytest.mark.parametrize("key", ["../../etc/passwd", "nothing", "", "x_0"])
def test_a_key_is_never_a_path(folder, key):
    write(folder, "Birinchi")
    assert find(folder, key) is None


@pytest.mark.django_db
def test_a_newcomer_finds_the_link_on_the_page(client, folder):
    write(folder, "Tasdiqlang")
    mail = stored(folder)[0]
    assert "Tasdiqlang" in client.get("/dev/mail/").content.decode()
    page = client.get(f"/dev/mail/{mail.key}/").content.decode()
    assert 'href="http://127.0.0.1:8000/uz/a/?b=1&amp;c=2"' in page


@pytest.mark.django_db
def test_markup_in_a_mail_is_shown_as_text(client, folder):
    write(folder, "<script>alert(1)</script>", text="<script>alert(2)</script>")
    mail = stored(folder)[0]
    for path in ("/dev/mail/", f"/dev/mail/{mail.key}/"):
        assert "<script>alert" not in client.get(path).content.decode()


@pytest.mark.django_db
def test_an_empty_folder_is_no_error(client, settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "none"
    assert client.get("/dev/mail/").status_code == 200
    assert client.get("/dev/mail/x_0/").status_code == 404


def test_in_production_the_page_does_not_exist(settings):
    source = Path(import_module("config.urls").__file__).read_text()
    before, development = source.split("if settings.DEVELOPMENT:")
    assert "accounts.development_urls" not in before
    assert "accounts.development_urls" in development.split("urlpatterns += i18n_patterns")[0]
    production = (Path(import_module("config.urls").__file__).parent / "settings" / "production.py").read_text()
    assert "DEVELOPMENT = False" in production
