"""In production an unsafe value stops the start."""

import os
import subprocess
import sys

import pytest

from tests.support.database import ROOT

SAFE = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "a-secret-of-more-than-fifty-characters-0123456789-abcdef",
    "ALLOWED_HOSTS": "saboq.example",
    "PUBLIC_URL": "https://saboq.example",
    "EMAIL_URL": "smtp+tls://user:password@mail.saboq.example:587",
}


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    wanted = {**SAFE, **changes}
    environment = {name: value for name, value in os.environ.items() if name not in wanted}
    environment |= {name: value for name, value in wanted.items() if value is not None}
    code = "import sys; sys.path.insert(0, 'site'); import django.conf; django.conf.settings.DEBUG"
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)


def test_safe_values_start():
    assert start().returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", None),
        ("PUBLIC_URL", "http://saboq.example"),
        ("PUBLIC_URL", None),
        ("EMAIL_URL", None),
        ("DATABASE_URL", "mysql://a@b/c"),
    ],
)
def test_an_unsafe_value_stops_the_start_and_is_named(name, value):
    done = start(**{name: value})
    assert done.returncode != 0
    assert name in done.stderr
