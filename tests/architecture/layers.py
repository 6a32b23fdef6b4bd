"""The layers, read from the one place that states them: the import contract in pyproject.toml."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"


def linter() -> dict:
    """Return import-linter's settings."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]


def heights() -> dict[str, int]:
    """Return app -> height; a higher number may use a lower one, equal numbers do not know each other."""
    layers = linter()["contracts"][0]["layers"]
    return {app.strip(): len(layers) - position for position, layer in enumerate(layers) for app in layer.split("|")}


def may_use(user: str, used: str) -> bool:
    """Tell whether app `user` may know app `used`."""
    height = heights()
    return user == used or height[user] > height[used]


def app_folders() -> set[str]:
    """Return the names of the app packages that lie in site/."""
    return {path.parent.name for path in SITE.glob("*/__init__.py")}
