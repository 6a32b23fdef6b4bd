"""Every template compiles, and uses only templates of its own layer or of one below."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from .layers import SITE, heights, may_use

#: Templates of the frame (base.html, components/) belong to everybody.
SHARED = SITE / "templates"
USED = re.compile(r"""{%-?\s*(?:extends|include|part)\s+["']([^"']+)["']""")
FOLDERS = [SHARED, *SITE.glob("*/templates")]
TEMPLATES = sorted(
    (path, folder) for folder in FOLDERS for path in folder.rglob("*") if path.suffix in (".html", ".txt", ".xml")
)


def owner(name: str) -> str | None:
    """Return the app that a template's name belongs to; None for the frame and for other packages."""
    app = Path(name).parts[0]
    return app if app in heights() else None


@pytest.mark.parametrize(("path", "folder"), TEMPLATES, ids=lambda part: part.name)
def test_a_template_compiles(path, folder):
    get_template(path.relative_to(folder).as_posix())


@pytest.mark.parametrize(("path", "folder"), TEMPLATES, ids=lambda part: part.name)
def test_a_template_uses_only_what_stands_below(path, folder):
    user = None if folder == SHARED else folder.parent.name
    for name in USED.findall(path.read_text(encoding="utf-8")):
        used = owner(name)
        if used is None:
            continue
        assert user is not None, f"{path}: the frame knows {used}"
        assert may_use(user, used), f"{path}: {user} uses {name} of {used}"


def test_our_templates_win_over_those_of_packages():
    ours = [settings.INSTALLED_APPS.index(app) for app in settings.OWN_APPS]
    assert max(ours) < min(settings.INSTALLED_APPS.index(app) for app in ("wagtail.admin", "allauth.account"))
