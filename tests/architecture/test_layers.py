"""Imports point down only, and no app stands outside the layers."""

import os
import subprocess
import sys

from django.conf import settings

from .layers import ROOT, app_folders, heights, linter


def test_imports_point_down_only_and_rules_are_pure():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": "site", "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "0 broken" in done.stdout


def test_every_app_stands_in_a_layer_and_is_linted():
    assert app_folders() == set(heights()) == set(linter()["root_packages"])
    assert app_folders() == {*settings.OWN_APPS, "config"}


def test_every_domain_package_is_held_to_be_pure():
    domains = {f"{path.parent.parent.name}.domain" for path in ROOT.glob("site/*/domain/__init__.py")}
    assert domains <= set(linter()["contracts"][1]["source_modules"])
