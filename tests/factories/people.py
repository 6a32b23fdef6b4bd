"""People for tests."""

from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import MODERATOR, TRAINER

PASSWORD = "a-long-enough-password"
_numbers = count(1)


def make_person(email: str = "", roles: tuple[str, ...] = (), **fields: Any) -> User:
    """Return a saved person with a confirmed address and the named roles; the password is `PASSWORD`."""
    from allauth.account.models import EmailAddress

    number = next(_numbers)
    fields.setdefault("last_name", f"Karimova{number}")
    fields.setdefault("first_name", "Dilnoza")
    fields.setdefault("patronymic", "Rustam qizi")
    person = User.objects.create_user(email or f"person{number}@example.test", PASSWORD, **fields)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    for role in roles:
        person.groups.add(Group.objects.get_or_create(name=role)[0])
    return person


def make_trainer(email: str = "", **fields: Any) -> User:
    """Return a person with the trainer's role."""
    return make_person(email, roles=(TRAINER,), **fields)


def make_moderator(email: str = "", **fields: Any) -> User:
    """Return a person with the moderator's role."""
    return make_person(email, roles=(MODERATOR,), **fields)


def add_second_factor(person: User) -> None:
    """Give a person a second factor, so that the middleware lets a role work."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(person, generate_totp_secret())
