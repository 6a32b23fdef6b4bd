"""Packages of QTI 3.0: https://www.imsglobal.org/spec/qti/v3p0/impl."""

from .reading import read_qti
from .writing import write_qti

__all__ = ["read_qti", "write_qti"]
