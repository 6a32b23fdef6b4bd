"""`site/` is first on the path: an app must not hide a module of Python or of a package."""

import sys
from importlib.metadata import packages_distributions

import pytest

from .layers import SITE, app_folders


@pytest.mark.parametrize("app", sorted(app_folders()))
def test_no_app_hides_a_module_of_python_or_of_a_package(app):
    assert app not in sys.stdlib_module_names
    assert app not in packages_distributions()


def test_the_source_root_is_no_package():
    assert not (SITE / "__init__.py").exists()
