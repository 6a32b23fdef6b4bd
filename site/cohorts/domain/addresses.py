"""Reading a list of e-mail addresses that somebody pasted: one verdict per entry, nothing silently dropped."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MOST_ADDRESSES = 500
MOST_BYTES = 50_000
#: An entry longer than this is cut in reports; no address is that long.
LONGEST_ENTRY = 254

_BETWEEN = re.compile(r"[\n\r\t,;]+")
# "Dilnoza Karimova <dilnoza@example.uz>", as mail programmes and staff lists write it.
_WITH_NAME = re.compile(r"^[^<>]*<([^<>\s]+)>$")


class ListTooLong(ValueError):
    """The list is over `MOST_ADDRESSES` entries or `MOST_BYTES` bytes; nothing of it was read."""


class Reading(StrEnum):
    """What an entry is."""

    ADDRESS = "address"
    DUPLICATE = "duplicate"
    NOT_AN_ADDRESS = "not_an_address"


@dataclass(frozen=True)
class Entry:
    """One entry of the list.

    Attributes:
        text: as it was written, at most 254 characters.
        address: in small letters; "" when the entry is not an address.
        reading: what it is; of equal addresses the first is the address and the rest are duplicates.
    """

    text: str
    address: str
    reading: Reading


def read_addresses(text: str, *, is_address: Callable[[str], bool]) -> tuple[Entry, ...]:
    """Return the entries of `text` in order. They are parted by line ends, tabs, commas or semicolons.

    Raises:
        ListTooLong: if the text is over 50,000 bytes or holds over 500 entries.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise ListTooLong
    pieces = [piece for piece in (part.strip() for part in _BETWEEN.split(text)) if piece]
    if len(pieces) > MOST_ADDRESSES:
        raise ListTooLong
    seen: set[str] = set()
    entries = []
    for piece in pieces:
        address = _address_in(piece)
        if not is_address(address):
            entries.append(Entry(piece[:LONGEST_ENTRY], "", Reading.NOT_AN_ADDRESS))
            continue
        reading = Reading.DUPLICATE if address in seen else Reading.ADDRESS
        seen.add(address)
        entries.append(Entry(piece[:LONGEST_ENTRY], address, reading))
    return tuple(entries)


def _address_in(piece: str) -> str:
    match = _WITH_NAME.match(piece)
    return (match.group(1) if match else piece).lower()
