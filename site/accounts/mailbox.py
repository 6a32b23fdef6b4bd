"""Mails that development writes to files instead of sending (Django's file backend), made readable."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.utils import timezone

_SEPARATOR = b"-" * 79
SHOWN = 200


@dataclass(frozen=True)
class StoredMail:
    """One mail on the disk.

    Attributes:
        key: file name without its ending, and the number of the mail in it: "20261122-101500-140_0".
        at: when it was written.
    """

    key: str
    at: datetime
    subject: str
    to: str
    sender: str
    text: str
    html: str


def stored(folder: Path) -> list[StoredMail]:
    """Return the mails of a folder, newest first, at most `SHOWN`."""
    files = (
        sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True) if folder.is_dir() else []
    )
    mails: list[StoredMail] = []
    for path in files:
        mails += reversed(_read(path))
        if len(mails) >= SHOWN:
            break
    return mails[:SHOWN]


def find(folder: Path, key: str) -> StoredMail | None:
    """Return one mail, or nothing. The key is compared, never made into a path."""
    return next((mail for mail in stored(folder) if mail.key == key), None)


def _read(path: Path) -> list[StoredMail]:
    at = datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone())
    parts = [part.strip(b"\n") for part in path.read_bytes().split(b"\n" + _SEPARATOR + b"\n")]
    return [_mail(f"{path.stem}_{number}", at, part) for number, part in enumerate(parts) if part]


def _mail(key: str, at: datetime, raw: bytes) -> StoredMail:
    message = message_from_bytes(raw, policy=policy.default)
    if not isinstance(message, EmailMessage):  # pragma: no cover - policy.default always makes one
        raise TypeError(key)
    return StoredMail(
        key=key,
        at=at,
        subject=str(message["Subject"] or ""),
        to=str(message["To"] or ""),
        sender=str(message["From"] or ""),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body is not None else ""
