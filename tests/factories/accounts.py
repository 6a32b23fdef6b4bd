"""Sign-up data, second factors and mails for tests about accounts."""

import re
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories.people import PASSWORD, make_person

LOGIN = "/uz/account/login/"
SIGNUP = "/uz/account/signup/"


def signup_data(email: str = "yangi@example.test", **changed: Any) -> dict[str, Any]:
    """Return what a newcomer fills in."""
    return {
        "email": email,
        "last_name": "Toʻlaganova",
        "first_name": "Maʼmura",
        "patronymic": "Olim qizi",
        "preferred_language": "uz",
        "password1": "uzoq-va-maxfiy-soz",
        "password2": "uzoq-va-maxfiy-soz",
        "privacy": "on",
        **changed,
    }


def sign_in(client: Client, person: User, password: str = PASSWORD, next: str = "/uz/account/profile/") -> Any:
    """Post the sign-in form as a person would."""
    return client.post(LOGIN, {"login": person.email, "password": password, "next": next})


def second_factor_code(person: User) -> str:
    """Return the code that the person's authenticator app shows now."""
    secret = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP).data["secret"]
    return code_for(secret)


def code_for(secret: str) -> str:
    """Return the code that an authenticator app shows now for a secret."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def make_staff(role: str, email: str = "") -> User:
    """Return a person with a role and a second factor, as the middleware wants it."""
    from tests.factories.people import add_second_factor

    person = make_person(email, roles=(role,))
    add_second_factor(person)
    return person


def signed_in(person: User, **defaults: Any) -> Client:
    """Return a browser in which the person is signed in."""
    client = Client(**defaults)
    client.force_login(person)
    return client


def last_mail() -> Any:
    """Return the mail that was sent last."""
    return mail.outbox[-1]


def links_in(text: str) -> list[str]:
    """Return the addresses in a mail's plain text."""
    return re.findall(r"https?://\S+", text)
