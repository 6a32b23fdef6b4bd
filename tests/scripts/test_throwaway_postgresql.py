"""The cluster of a test run is private, and gone afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.database import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import postgres


def test_without_postgresql_it_says_which_line_installs_it(monkeypatch):
    monkeypatch.setattr(postgres.Path, "glob", lambda self, pattern: iter(()))
    monkeypatch.setattr(postgres.shutil, "which", lambda name: None)
    with pytest.raises(postgres.Unavailable, match="apt-get install"):
        postgres.programs()


@pytest.mark.postgres
def test_a_cluster_answers_on_its_socket_only_and_leaves_nothing_behind():
    with postgres.throwaway() as url:
        folder = Path("/" + url.split("@/")[1].rsplit("/", 1)[0].lstrip("/"))
        asked = [str(postgres.programs() / "psql"), "-h", str(folder), "-U", "saboq", "saboq", "-Atc"]
        shown = subprocess.run([*asked, "SHOW listen_addresses"], capture_output=True, text=True, check=True).stdout
        assert shown.strip() == ""
        assert folder.exists()
    assert not folder.exists()
