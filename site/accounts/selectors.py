"""Questions about people and places."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from core.folding import fold

from . import privacy_notice
from .models import PrivacyNoticeAcceptance, PrivilegedAct, TerritoryAssignment, User
from .roles import ROLES


def territories_on(*, person: User, day: date) -> QuerySet[TerritoryAssignment]:
    """Return the territories a manager may see on a day."""
    return TerritoryAssignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day), person=person, starts_on__lte=day
    )


def acceptance_of(*, person: User, version: str) -> PrivacyNoticeAcceptance | None:
    """Return the row that says when a person accepted a version of the privacy notice, or nothing."""
    return PrivacyNoticeAcceptance.objects.filter(person=person, version=version).first()


def owes_acceptance(*, person: User, language: str) -> bool:
    """Tell whether there is a notice to read whose version the person has not accepted."""
    notice = privacy_notice.current(language)
    return bool(notice.url) and acceptance_of(person=person, version=notice.version) is None


def find_people(*, query: str = "", role: str = "") -> QuerySet[User]:
    """Return people whose name or address has every word of the query, in any spelling; erased ones are left out."""
    people = User.objects.filter(erased_at__isnull=True).prefetch_related("groups").select_related("region")
    for word in fold(query).split():
        people = people.filter(search_key__contains=word)
    if role in ROLES:
        people = people.filter(groups__name=role)
    return people.order_by("last_name", "first_name", "pk")


def person_with_territories(*, public_id: str) -> User | None:
    """Return one person with roles and territories, or nothing."""
    territories = TerritoryAssignment.objects.select_related("region", "district").order_by("starts_on", "pk")
    return (
        User.objects.filter(public_id=public_id, erased_at__isnull=True)
        .select_related("region", "district")
        .prefetch_related("groups", Prefetch("territories", queryset=territories))
        .first()
    )


def acts(*, verb: str = "", subject: User | None = None) -> QuerySet[PrivilegedAct]:
    """Return the log, newest first; only of one kind or about one person where asked."""
    rows = PrivilegedAct.objects.select_related("actor", "subject").order_by("-at", "-pk")
    if verb:
        rows = rows.filter(verb=verb)
    if subject is not None:
        rows = rows.filter(subject=subject)
    return rows


def verbs() -> list[str]:
    """Return the kinds of acts that the log holds."""
    return list(PrivilegedAct.objects.order_by("verb").values_list("verb", flat=True).distinct())
