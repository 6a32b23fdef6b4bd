"""What this app keeps about people."""

from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from core.localised import localised
from core.privacy import exporter, register, register_impersonal

from .models import District, PrivacyNoticeAcceptance, PrivilegedAct, Region, TerritoryAssignment, User
from .roles import ROLES

#: What stands in the place of a name after erasure.
ERASED_NAME = "—"


def export_person(person: User) -> list[dict[str, Any]]:
    """Return the account itself."""
    return [
        {
            str(_("E-mail address")): person.email,
            str(_("Surname")): person.last_name,
            str(_("Given name")): person.first_name,
            str(_("Patronymic")): person.patronymic,
            str(_("Name on certificates, Latin letters")): person.certificate_name_latin,
            str(_("Name on certificates, Cyrillic letters")): person.certificate_name_cyrillic,
            str(_("Name on certificates confirmed on")): person.certificate_name_confirmed_at,
            str(_("Preferred language")): person.get_preferred_language_display(),
            str(_("Phone")): person.phone,
            str(_("Region")): localised(person.region.names) if person.region else "",
            str(_("District")): localised(person.district.names) if person.district else "",
            str(_("Workplace")): person.workplace,
            str(_("Post")): person.post,
            str(_("Roles")): [str(ROLES.get(name, name)) for name in person.groups.values_list("name", flat=True)],
            str(_("Account since")): person.date_joined,
            str(_("Last signed in")): person.last_login,
            str(_("Number in the records")): str(person.public_id),
        }
    ]


def empty_person(person: User) -> None:
    """Empty the account: nothing says any more whose it was, and nobody can sign in with it."""
    person.groups.clear()
    person.user_permissions.clear()
    User.objects.filter(pk=person.pk).update(
        email=f"erased-{person.public_id}@invalid.saboq.example",
        password=make_password(None),
        last_name=ERASED_NAME,
        first_name=ERASED_NAME,
        patronymic="",
        certificate_name_latin="",
        certificate_name_cyrillic="",
        certificate_name_confirmed_at=None,
        phone="",
        region=None,
        district=None,
        workplace="",
        post="",
        search_key="",
        last_login=None,
        is_active=False,
        is_superuser=False,
    )


register(
    User,
    person="pk",
    export=export_person,
    erase=empty_person,
    keeps=_("An empty row with a random number stays, so that results and the register of certificates stay true."),
    title=_("Account"),
)
register(
    PrivacyNoticeAcceptance,
    person="person",
    export=exporter(
        PrivacyNoticeAcceptance, "person", version=_("Version"), language=_("Language"), at=_("Accepted on")
    ),
    keeps=_("It proves that the notice had been accepted; it holds no name."),
    title=_("Privacy notice"),
)
register(
    TerritoryAssignment,
    person="person",
    export=exporter(
        TerritoryAssignment,
        "person",
        region__names__uz=_("Region"),
        district__names__uz=_("District"),
        starts_on=_("From"),
        ends_on=_("Until"),
    ),
    keeps=_("It says who could see which figures when; it holds no name."),
    title=_("Territories"),
)
register(
    PrivilegedAct,
    person="subject",
    export=exporter(PrivilegedAct, "subject", verb=_("Act"), target=_("Of what"), reason=_("Reason"), at=_("On")),
    keeps=_("The log of acts with special rights is never rewritten; it holds numbers and reasons, no names."),
    title=_("Acts of administrators about you"),
)
register_impersonal(Region, District)
