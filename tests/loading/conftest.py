"""A small part of the real content, to be changed by a test."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture
def folder(tmp_path):
    """A small part of the real content: home, sections, one page, one resource without its citation of the code."""
    names = ["pages/home", "pages/about", "resources/consent-talk"]
    names += [f"sections/{section}" for section in ("courses", "guidelines", "resources")]
    for name in names:
        for language in ("uz", "ru", "en"):
            target = tmp_path / f"{name}.{language}.yaml"
            target.parent.mkdir(exist_ok=True)
            text = (CONTENT / f"{name}.{language}.yaml").read_text("utf-8")
            target.write_text(text.partition("\n  law:")[0] + "\n", "utf-8")
    return tmp_path


def load(folder, **options):
    """Load the folder and return what the command said."""
    out = StringIO()
    call_command("load_content", str(folder), stdout=out, **options)
    return out.getvalue()


def add_block(folder, name, source, words, language_words=None):
    """Add a block to a thing: `source` (YAML in braces) to the Uzbek file, `words` to the translations."""
    for language in ("uz", "ru", "en"):
        path = folder / f"{name}.{language}.yaml"
        text = source if language == "uz" else (language_words or {}).get(language, words)
        if text:
            path.write_text(path.read_text("utf-8").rstrip() + f"\n  added: {text}\n", "utf-8")
