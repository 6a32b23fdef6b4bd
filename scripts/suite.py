"""The whole suite: on SQLite, on PostgreSQL, and in the browser. Called by `make test`; ARGS go to pytest.

    .venv/bin/python scripts/suite.py [--quick] [--strict] [pytest's arguments]

--quick: SQLite only, without the browser. --strict: a machine without PostgreSQL is a failure, not a remark.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import postgres
import prepare

ROOT = Path(__file__).resolve().parents[1]
NO_TESTS_COLLECTED = 5


@dataclass(frozen=True)
class Result:
    """What one run of pytest came to. `code` is 0 when the run counts as good."""

    engine: str
    code: int
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    remark: str = ""


def processes() -> int:
    return min(os.cpu_count() or 1, 4)


def run(
    engine: str, arguments: list[str], *, url: str = "", may_be_empty: bool = False, only_database_tests: bool = False
) -> Result:
    """Run pytest once; `url` is the database ("" = an SQLite file of its own).

    `only_database_tests` leaves out what another run has shown already, as it touches no database.
    """
    print(f"\n==== {engine} " + "=" * (100 - len(engine)), flush=True)
    left_out = ("DATABASE_URL", "CACHE_URL", "ONLY_DATABASE_TESTS")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment |= {"ONLY_DATABASE_TESTS": "1"} if only_database_tests else {}
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="saboq-suite-") as folder:
        report = Path(folder) / "report.xml"
        environment |= {"TEST_SCRATCH": str(Path(folder) / "scratch")} | ({"DATABASE_URL": url} if url else {})
        command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *arguments]
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        seconds = time.monotonic() - started
        if code == NO_TESTS_COLLECTED and may_be_empty:
            return Result(engine, 0, seconds=seconds, remark="no test asked for")
        if not report.exists():
            return Result(engine, code or 1, seconds=seconds, remark="pytest did not come to an end")
        suites = list(ET.parse(report).getroot().iter("testsuite"))
    total, failed, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites for name in names)
        for names in (("tests",), ("failures", "errors"), ("skipped",))
    )
    return Result(engine, code, max(0, total - failed - skipped), failed, skipped, seconds)


def run_on_postgresql(arguments: list[str], *, strict: bool, may_be_empty: bool) -> Result:
    try:
        with postgres.throwaway() as url:
            return run("PostgreSQL", arguments, url=url, may_be_empty=may_be_empty, only_database_tests=True)
    except postgres.Unavailable as error:
        return Result("PostgreSQL", 3 if strict else 0, remark=f"NOT RUN: {error}")


def report(results: list[Result]) -> int:
    """Print the closing lines; return the exit code."""
    print("\n==== Saboq's suite " + "=" * 86)
    for result in results:
        print(f"{result.engine} took {result.seconds:.0f} s" + (f": {result.remark}" if result.remark else ""))
    for result in results:
        if "NOT RUN" not in result.remark:
            print(f"{result.engine}: {result.passed} passed, {result.failed} failed, {result.skipped} skipped")
    for result in results:
        if "NOT RUN" in result.remark:
            print(f"The suite was not run on {result.engine}. {result.remark}")
    return next((result.code for result in results if result.code), 0)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    arguments = sys.argv[1:]
    quick, strict = "--quick" in arguments, "--strict" in arguments
    arguments = [argument for argument in arguments if argument not in ("--quick", "--strict")]
    some = bool(arguments)
    os.chdir(ROOT)
    prepare.compile_messages()
    parallel = ["-n", str(processes()), "-m", "not browser", *arguments]
    results = [run("SQLite", parallel, may_be_empty=some)]
    if not quick:
        results.append(run_on_postgresql(parallel, strict=strict, may_be_empty=some))
        results.append(run("Browser", ["-m", "browser", *arguments], may_be_empty=some))
    return report(results)


if __name__ == "__main__":
    sys.exit(main())
