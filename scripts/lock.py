"""Compile requirements/*.in into pinned, hashed requirements/*.txt for Python 3.11 to 3.13.

The files name no package index and no place on the machine that made them, so they install anywhere.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = Path(sys.executable).parent / "uv"
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header"]
TRACES = re.compile(r"https?://|--(extra-)?index-url|--find-links|(^|\s)/(?!\w+=)|file:", re.MULTILINE)


def compile_one(name: str, upgrade: list[str]) -> None:
    source, target = Path("requirements") / f"{name}.in", Path("requirements") / f"{name}.txt"
    command = [str(UV), "pip", "compile", str(source), "--output-file", str(target), "--quiet", *OPTIONS, *upgrade]
    subprocess.run(command, cwd=ROOT, check=True)
    if trace := TRACES.search((ROOT / target).read_text(encoding="utf-8")):
        sys.exit(f"lock: {target} names a place: {trace.group().strip()!r}")
    print(f"lock: {target} is compiled")


if __name__ == "__main__":
    for part in ("base", "dev"):
        compile_one(part, sys.argv[1:])
