"""GIFT, the plain-text format of Moodle: https://docs.moodle.org/en/GIFT_format."""

from .reading import read_gift
from .writing import write_gift

__all__ = ["read_gift", "write_gift"]
