"""Rules of this project that no tool knows: file sizes, no inline style or script, nothing left open."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 400
SOURCES = {".py", ".html", ".txt", ".css", ".js", ".sh", ".toml", ".md", ""}
#: Spelt in two parts, so that this file does not find itself.
LEFT_OPEN = re.compile(r"\b(" + "TO" + "DO|FIX" + "ME|X" + r"XX)\b")
INLINE = {
    re.compile(r"<style\b", re.IGNORECASE): "a style element",
    re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", re.IGNORECASE): "an inline script",
    re.compile(r"\sstyle\s*=\s*[\"']", re.IGNORECASE): "a style attribute",
    re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE): "an event attribute",
    re.compile(r"javascript:", re.IGNORECASE): "a javascript: address",
}
#: Documents that no browser shows under the site's policy: mails, printed papers, drawings of a script.
NOT_SERVED = re.compile(
    r"^scripts/drawings/|/(mail|email|pdf|print)/|/(mail|email)_[^/]*$|/paper[^/]*\.html$|_pdf\.html$|\.txt$"
)
#: What is compiled, collected or given from outside is as long as it is.
NOT_WRITTEN_HERE = re.compile(r"^(locale|content|requirements)/|/migrations/|^docs/.*\.md$|/data/")


def tracked() -> list[Path]:
    """Return the files of the project: those in git, and new ones that git does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [Path(name) for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file()]


def problems() -> Iterator[str]:
    """Yield what breaks a rule, as "file: what"."""
    for path in tracked():
        name = path.as_posix()
        if path.suffix not in SOURCES or NOT_WRITTEN_HERE.search(name):
            continue
        text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
        lines = text.count("\n")
        if path.suffix != ".md" and lines > MOST_LINES:
            yield f"{name}: {lines} lines; more than {MOST_LINES} is a file with two purposes"
        for number, line in enumerate(text.splitlines(), start=1):
            if LEFT_OPEN.search(line):
                yield f"{name}:{number}: something is left open"
        if path.suffix == ".html" and not NOT_SERVED.search(name):
            for pattern, what in INLINE.items():
                if pattern.search(text):
                    yield f"{name}: {what}; the site's policy would block it"
    if (ROOT / "site" / "__init__.py").exists():
        yield "site/__init__.py: site/ is a source root and never a package (Python has a module called site)"


def check() -> int:
    """Print all problems; return how many there are."""
    found = list(problems())
    print("\n".join(found) or "nothing found")
    return len(found)


if __name__ == "__main__":
    raise SystemExit(1 if check() else 0)
