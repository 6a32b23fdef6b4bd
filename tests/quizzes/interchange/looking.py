"""Short ways to say what was read."""

from pathlib import Path

from quizzes.interchange.model import Exchanged, Reading

FILES = Path(__file__).parent / "files"


def content(name: str) -> bytes:
    return (FILES / name).read_bytes()


def named(reading: Reading, name: str) -> Exchanged:
    return next(item for item in reading.questions if item.question.name == name)


def codes(reading: Reading) -> dict[str, list[str]]:
    """Return {name in the file: codes of its line}."""
    return {line.name: [reason.code for reason in line.reasons] for line in reading.lines}


def verdicts(reading: Reading) -> dict[str, str]:
    return {line.name: line.verdict for line in reading.lines}


def texts(item: Exchanged) -> list[str]:
    return [item.parts[part][0] for part in item.question.kind.parts]


def notes(item: Exchanged) -> list[str]:
    return [item.parts[part][1] for part in item.question.kind.parts]
