"""The files that put Saboq into production name commands, settings and folders that are there."""

import configparser
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import get_commands

from tests.support.database import ROOT

DEPLOY = ROOT / "deploy"
SERVICES = sorted(DEPLOY.glob("systemd/*.service"))


def unit(path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(path)
    return parser


def test_there_is_a_service_for_each_process_and_a_timer_for_the_tick():
    assert [path.name for path in SERVICES] == ["saboq-tick.service", "saboq-web.service", "saboq-worker.service"]
    assert unit(DEPLOY / "systemd" / "saboq-tick.timer")["Timer"]["OnUnitActiveSec"] == "5min"


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_service_starts_what_exists_and_may_write_to_media_only(path):
    service = unit(path)["Service"]
    words = service["ExecStart"].split()
    assert words[0] == f"{service['WorkingDirectory']}/.venv/bin/python"
    if words[1] == "manage.py":
        assert words[2] in get_commands()
    else:
        assert words[1:3] == ["-m", "gunicorn"]
        assert (ROOT / words[4]).is_file()
    assert (service["ProtectSystem"], service["ReadWritePaths"]) == ("strict", "/srv/saboq/media")


def test_gunicorn_takes_its_settings():
    """Gunicorn refuses a setting that it does not know; the socket lies where the service may make it."""
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--print-config", "x:y"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    shown = done.stdout + done.stderr
    socket = "unix:/run/saboq/web.sock"
    assert socket in shown
    assert f"server {socket} " in (DEPLOY / "nginx.conf").read_text("utf-8")
    assert unit(DEPLOY / "systemd" / "saboq-web.service")["Service"]["RuntimeDirectory"] == "saboq"


def test_the_example_names_every_setting_that_production_requires():
    named = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "saboq.env.example").read_text("utf-8"), re.M))
    production = (ROOT / "site" / "config" / "settings" / "production.py").read_text("utf-8")
    assert {"DJANGO_SETTINGS_MODULE", "PUBLIC_URL", "DATABASE_URL"} <= named
    assert set(re.findall(r'env\.\w+\("([A-Z_]+)"', production)) <= named


def test_the_proxy_hands_out_pictures_and_no_paper():
    served = re.findall(r"alias (\S+);", (DEPLOY / "nginx.conf").read_text("utf-8"))
    assert served == ["/srv/saboq/media/images/"]
    assert settings.PAPERS_ROOT.relative_to(settings.MEDIA_ROOT).parts[0] != "images"
