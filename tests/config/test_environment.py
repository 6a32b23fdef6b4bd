"""A setting that cannot be meant stops the start, and says which and why."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings import environment


def test_without_a_url_the_database_is_a_file_in_the_project(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    config = environment.database("DATABASE_URL", default=tmp_path / "var" / "a b+c.sqlite3")
    assert config["NAME"] == str(tmp_path / "var" / "a b+c.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (tmp_path / "var").is_dir()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://saboq:pass@db.example:5433/saboq", {"HOST": "db.example", "PORT": 5433, "NAME": "saboq"}),
        ("postgresql://saboq@//run/postgresql/saboq", {"HOST": "/run/postgresql", "USER": "saboq", "NAME": "saboq"}),
    ],
)
def test_postgresql_is_reached_over_the_network_or_a_socket(monkeypatch, tmp_path, url, expected):
    monkeypatch.setenv("DATABASE_URL", url)
    config = environment.database("DATABASE_URL", default=tmp_path / "unused")
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert {name: config[name] for name in expected} == expected
    assert config["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize(
    "url", ["mysql://a@b/c", "saboq.sqlite3", "sqlite://:memory:", "sqlite://", "postgres://host"]
)
def test_a_database_that_saboq_cannot_use_is_refused(monkeypatch, tmp_path, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        environment.database("DATABASE_URL", default=tmp_path / "unused")


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1", "80.5"])
def test_a_port_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(ImproperlyConfigured, match="PORT"):
        environment.port("PORT", default=8000)


def test_the_public_address_loses_its_last_slash(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://saboq.example/")
    assert environment.public_url("PUBLIC_URL", default="") == "https://saboq.example"


@pytest.mark.parametrize(
    "text", ["saboq.example", "ftp://a.b", "https://a.b/path", "https://u:p@a.b", "https://a.b/?q=1"]
)
def test_a_public_address_that_is_more_or_less_than_a_host_is_refused(monkeypatch, text):
    monkeypatch.setenv("PUBLIC_URL", text)
    with pytest.raises(ImproperlyConfigured, match="PUBLIC_URL"):
        environment.public_url("PUBLIC_URL", default="")
