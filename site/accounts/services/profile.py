"""What a person changes about themselves."""

from django.db import transaction

from accounts.models import User
from accounts.places import Place


@transaction.atomic
def update_profile(
    *,
    person: User,
    last_name: str,
    first_name: str,
    patronymic: str,
    preferred_language: str,
    phone: str,
    place: Place,
    workplace: str,
    post: str,
) -> User:
    """Store a person's own details. The name on certificates is another matter (`confirm_printed_name`)."""
    person.last_name, person.first_name, person.patronymic = last_name, first_name, patronymic
    person.preferred_language = preferred_language
    person.phone = phone
    person.region_id, person.district_id = place.region or None, place.district or None
    person.workplace, person.post = workplace, post
    person.save(
        update_fields=[
            "last_name", "first_name", "patronymic", "preferred_language", "phone", "region", "district",
            "workplace", "post",
        ]
    )  # fmt: skip
    return person
