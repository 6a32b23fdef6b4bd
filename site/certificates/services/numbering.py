"""The next number of a series: no gap and no double, because it is counted under a lock that ends with the issue."""

from dataclasses import dataclass

from certificates.domain import numbers
from certificates.models import Series


@dataclass(frozen=True)
class Numbered:
    """A place in the register: the series (locked), the number in it, the registration number."""

    series: Series
    number: int
    registration: str


def next_number(*, prefix: str, register: str, year: int) -> Numbered:
    """Take the next number of a series; call it inside the transaction that issues.

    The register book counts all series of its year that belong to it. It belongs to a series from the first number on:
    changing it in the settings works from the next series.
    """
    Series.objects.get_or_create(prefix=prefix, year=year, defaults={"register": register})
    locked = list(Series.objects.select_for_update().filter(year=year).order_by("pk"))
    series = next(row for row in locked if row.prefix == prefix)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    in_register = sum(row.last_number for row in locked if row.register == series.register)
    return Numbered(series, series.last_number, numbers.registration(year, series.register, in_register))
