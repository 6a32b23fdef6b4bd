"""Questions about people and places."""

from datetime import date

from django.db.models import QuerySet

from .models import TerritoryAssignment, User


def territories_on(*, person: User, day: date) -> QuerySet[TerritoryAssignment]:
    """Return the territories a manager may see on a day."""
    from django.db.models import Q

    return TerritoryAssignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day), person=person, starts_on__lte=day
    )
