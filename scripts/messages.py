"""The words to translate: `collect` writes them into locale/, `check` says what is missing. Needs gettext.

    .venv/bin/python scripts/messages.py collect|check

Message ids are English. English needs no translation (an empty one shows the id); Uzbek and Russian need every one.
Translations of Django's and Wagtail's own words live in locale/vendor/ and are not collected from our sources.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
SOURCE_LANGUAGE_OF_IDS = "en"
LANGUAGES = ("uz", "ru", "en")
DOMAINS = ("django", "djangojs")
IGNORED = (".venv", "var", "content", "media", "static-root", "tests", "scripts", "mutants", "locale", "docs")


def catalogue(folder: Path, language: str, domain: str) -> Path:
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def collect(root: Path) -> None:
    """Run makemessages over the sources under `root`, into its locale/.

    It runs without settings: with them it would write into the project's own locale/, wherever it is started.
    """
    for language in LANGUAGES:
        (root / "locale" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    for domain in DOMAINS:
        command = [sys.executable, "-m", "django", "makemessages", "--domain", domain, "--no-location"]
        command += [
            "--no-wrap",
            *(f"--ignore={name}" for name in IGNORED),
            *(f"--locale={name}" for name in LANGUAGES),
        ]
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"messages: makemessages failed:\n{done.stderr.strip()}")


def entries(file: Path) -> dict[tuple[str | None, str, str], polib.POEntry]:
    """Return the living entries of a catalogue by context, id and plural id."""
    if not file.exists():
        return {}
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry
        for entry in polib.pofile(str(file))
        if not entry.obsolete
    }


def untranslated(file: Path) -> list[str]:
    """Return the ids that have no finished translation."""
    return [
        entry.msgid
        for entry in entries(file).values()
        if entry.fuzzy or not (all(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr)
    ]


def check() -> int:
    """Collect into a copy and compare: every id there, none too many, every one translated."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="saboq-messages-") as name:
        copy = Path(name)
        shutil.copytree(ROOT / "site", copy / "site", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "locale", copy / "locale")
        collect(copy)
        for language in LANGUAGES:
            for domain in DOMAINS:
                kept = catalogue(ROOT / "locale", language, domain)
                have, need = set(entries(kept)), set(entries(catalogue(copy / "locale", language, domain)))
                where = kept.relative_to(ROOT)
                problems += [
                    f"{where}: not collected yet: {message!r}" for _, message, _ in sorted(need - have, key=str)
                ]
                problems += [f"{where}: used no more: {message!r}" for _, message, _ in sorted(have - need, key=str)]
                if language != SOURCE_LANGUAGE_OF_IDS:
                    problems += [f"{where}: not translated: {message!r}" for message in untranslated(kept)]
    for vendor in sorted((ROOT / "locale" / "vendor").rglob("*.po")):
        problems += [f"{vendor.relative_to(ROOT)}: not translated: {message!r}" for message in untranslated(vendor)]
    print("\n".join(problems) or "every message is collected and translated")
    return len(problems)


def main() -> int:
    if shutil.which("xgettext") is None:
        sys.exit("messages: gettext is needed. As root:\n    apt-get install -y --no-install-recommends gettext")
    if sys.argv[1:] == ["check"]:
        return 1 if check() else 0
    if sys.argv[1:] == ["collect"]:
        collect(ROOT)
        for file in (catalogue(ROOT / "locale", language, domain) for language in LANGUAGES for domain in DOMAINS):
            with contextlib.suppress(FileNotFoundError):
                print(f"{file.relative_to(ROOT)}: {len(untranslated(file))} of {len(entries(file))} to translate")
        return 0
    sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main())
