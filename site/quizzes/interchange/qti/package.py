"""A zip file opened safely: bounded in files and in bytes before anything is unpacked, and again while it is."""

import posixpath
import stat
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from .. import bounds, reasons
from ..model import BadFile, Place

MANIFEST = "imsmanifest.xml"
_SMALL = 100 * 1024


class Package:
    """Files of a package by name.

    Raises:
        BadFile: if it is no zip file, too large, packed too tightly to be honest, or names a place outside.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > bounds.FILE_BYTES:
            raise BadFile(reasons.TOO_LARGE, limit=str(bounds.FILE_BYTES // bounds.MEGABYTE))
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
            raise BadFile(reasons.NOT_A_PACKAGE) from None
        members = self._zip.infolist()
        if len(members) > bounds.PACKED_FILES or sum(item.file_size for item in members) > bounds.UNPACKED_BYTES:
            raise BadFile(reasons.PACKAGE_TOO_LARGE)
        for member in members:
            if not _is_safe(member):
                raise BadFile(reasons.PACKAGE_UNSAFE, Place(file=member.filename[:200]), file=member.filename[:200])
        self._members = {item.filename: item for item in members if not item.is_dir()}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return the content of a file.

        Raises:
            BadFile: if it is damaged, or longer than it said.
        """
        member = self._members[name]
        try:
            with self._zip.open(member) as file:
                content = file.read(member.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            raise BadFile(reasons.PACKAGE_UNSAFE, Place(file=name), file=name) from None
        if len(content) > member.file_size:
            raise BadFile(reasons.PACKAGE_UNSAFE, Place(file=name), file=name)
        return content

    def beside(self, name: str, source: str) -> str | None:
        """Return the name of the file that a relative address in the file `name` means, or None."""
        if ":" in source or source.startswith("/"):
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(source.split("#")[0].split("?")[0])))
        return path if path in self else None


def _is_safe(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    outside = name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/")
    link = stat.S_ISLNK(member.external_attr >> 16)
    encrypted = bool(member.flag_bits & 0x1)
    packing = member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    bomb = member.file_size > _SMALL and member.file_size > bounds.PACKED_RATIO * max(member.compress_size, 1)
    return not (outside or link or encrypted or packing or bomb)
