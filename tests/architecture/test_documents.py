"""The documents name what there is: every command, and no file that is not there."""

import re

import pytest
from django.conf import settings

from .layers import ROOT

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "content" / "README.md"])
LINK = re.compile(r"\]\(([^)#\s]+)")
TARGETS = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
#: Read by the settings: the variable names in calls like env.str("NAME") or port("NAME").
VARIABLE = re.compile(r"""(?:env\.?\w*|database|port|public_url)\(\s*"([A-Z_]+)\"""")


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "help"])
def test_every_target_of_make_is_explained(target):
    assert f"make {target}" in OPERATIONS


@pytest.mark.parametrize(
    "command", sorted(path.stem for path in ROOT.glob("site/*/management/commands/*.py") if path.stem != "__init__")
)
def test_every_command_of_ours_is_explained_somewhere(command):
    said = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    assert f"manage.py {command}" in said


def test_every_setting_that_is_read_is_explained():
    read = set()
    for name in ("base", "production", "dev"):
        text = (settings.SITE / "config" / "settings" / f"{name}.py").read_text(encoding="utf-8")
        read |= set(VARIABLE.findall(text))
    assert {"DATABASE_URL", "SECRET_KEY", "PORT", "PUBLIC_URL"} <= read
    assert {name for name in read if f"`{name}`" not in OPERATIONS} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_link_between_documents_leads_somewhere(document):
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (document.parent / target).exists(), f"{document.name} points at {target}"
