"""Choosing a region and a district in one list, so that it works without JavaScript."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from core.localised import localised

from .models import District, Region, User


class Place(NamedTuple):
    """A region and, if said, a district of it; both as SOATO codes, "" when not said."""

    region: str
    district: str


NOWHERE = Place("", "")


def choices(empty: str = "") -> list[tuple[str, object]]:
    """Return the list: a group per region, first the region as a whole, then its districts. Two queries."""
    districts: dict[str, list[tuple[str, str]]] = {}
    for district in District.objects.all():
        districts.setdefault(district.region_id, []).append(
            (f"{district.region_id}-{district.soato}", localised(district.names))
        )
    rows: list[tuple[str, object]] = [("", empty or _("Not said"))]
    for region in Region.objects.all():
        name = localised(region.names)
        whole = _("%(region)s (no district)") % {"region": name}
        rows.append((name, [(region.soato, whole), *districts.get(region.soato, [])]))
    return rows


def read(value: str) -> Place:
    """Return what a value of the list means. The value has already been checked against the list."""
    region, _dash, district = value.partition("-")
    return Place(region, district)


def place_of(person: User) -> str:
    """Return the value of the list that stands for a person's place."""
    if person.district_id:
        return f"{person.region_id}-{person.district_id}"
    return person.region_id or ""
