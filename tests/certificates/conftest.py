"""Every test of certificates has a folder of its own for papers."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def papers_root(tmp_path: Path, settings) -> Path:
    """Keep papers of one test from those of another, for numbers begin anew in each."""
    settings.PAPERS_ROOT = tmp_path / "papers"
    settings.PUBLIC_URL = "https://saboq.example"
    return settings.PAPERS_ROOT
