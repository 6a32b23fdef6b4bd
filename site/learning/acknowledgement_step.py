"""What an acknowledgement step shows: the edition in force and whether it was acknowledged."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from accounts.models import User
from guidelines.selectors import acknowledgement_of, edition_in_force, wording_on


@dataclass(frozen=True)
class AcknowledgementShown:
    """The edition in force of a code, as the step shows it.

    Attributes:
        title, language: the code's title and the language it is really in.
        number: of the edition.
        in_force_from: day.
        url: where the whole text is read and confirmed at its end.
        articles: how many there are.
        acknowledged_at: when the person acknowledged this edition, or None.
    """

    title: str
    language: str
    number: int
    in_force_from: date
    url: str
    articles: int
    acknowledged_at: datetime | None


def step_shown(*, person: User, code_key: str, language: str, day: date) -> AcknowledgementShown | None:
    """Return what to show, or None while no edition of the code is in force."""
    edition = edition_in_force(code_key=code_key, day=day)
    if edition is None:
        return None
    wording = wording_on(edition, language, day)
    row = acknowledgement_of(person=person, edition=edition)
    return AcknowledgementShown(
        title=wording.text.title,
        language=wording.language,
        number=edition.number,
        in_force_from=edition.in_force_from,
        url=reverse("guidelines:acknowledge", args=[edition.code.slug, edition.number]),
        articles=len(wording.text.keys()),
        acknowledged_at=row.at if row else None,
    )
