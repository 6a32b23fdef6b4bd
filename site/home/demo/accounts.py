"""Making the demo's accounts: addresses confirmed, notice accepted, names confirmed."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from accounts.models import District, TerritoryAssignment, User
from accounts.services import accept_privacy_notice, confirm_printed_name

from .people import Person


def ensure_person(person: Person, hashed: str | None, now: datetime) -> User:
    """Return the account of a demo person; an account that exists is left as it is, but for a new password.

    Args:
        hashed: the password as it is stored, for a new account or to set anew; None leaves an existing one alone.
    """
    user = User.objects.filter(email=person.email).first()
    if user is None:
        user = _create(person, now)
        user.set_unusable_password()
    if hashed is not None:
        user.password = hashed
    user.save()
    return user


def _create(person: Person, now: datetime) -> User:
    surname, given, patronymic = person.name
    district = District.objects.filter(soato=person.district).first()
    user = User.objects.create_user(
        person.email,
        last_name=surname,
        first_name=given,
        patronymic=patronymic,
        preferred_language=person.language,
        district=district,
        region=district.region if district else None,
        workplace=f"{district} “Inson” markazi (namuna)" if district else "",
        post=person.post,
    )
    EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    accept_privacy_notice(person=user, version="1", language=person.language, now=now)
    if person.role:
        # The first administrator has nobody to give the role; the demo gives all of them alike.
        user.groups.add(Group.objects.get(name=person.role))
    return user


def confirm_name(person: Person, user: User, now: datetime) -> None:
    """Confirm the name as the person wants it printed, once."""
    if user.certificate_name_confirmed_at is None:
        confirm_printed_name(person=user, latin=user.get_full_name(), cyrillic=person.cyrillic, now=now)


def give_territory(manager: User, region_code: str, now: datetime) -> None:
    """Let the demo's manager see one region."""
    TerritoryAssignment.objects.get_or_create(
        person=manager, region_id=region_code, district=None, defaults={"starts_on": now.date()}
    )
