"""One way to write a value as text, so that equal content always has an equal digest."""

import hashlib
import json
from dataclasses import asdict, is_dataclass
from typing import Any


def canonical_json(value: Any) -> str:
    """Return `value` (dataclass, dict, list, str, int, bool, None) as canonical JSON text.

    Keys are sorted, there is no white space, letters stay as they are (UTF-8). Floats are refused: points are
    integers and ratios are fractions, and a float has no single spelling.

    Raises:
        TypeError: for a float or anything else that JSON has no exact form for.
    """
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    _refuse_floats(plain)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """Return the sha256 of `text` in UTF-8 as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no canonical form; use an integer")
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"keys must be text, not {type(key).__name__}")
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)
