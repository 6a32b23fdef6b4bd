"""The stored chain of acknowledgements as links, for verifying it."""

from collections.abc import Iterator

from .domain.chain import Break, Link, answers_digest, first_break, moment
from .models import Acknowledgement, Code


def links_of(code: Code) -> Iterator[tuple[Link, str]]:
    """Yield (link, stored hash) of a code in order of sequence, a thousand rows at a time."""
    rows = Acknowledgement.objects.filter(code=code).order_by("sequence").select_related("person", "edition")
    for row in rows.defer("edition__payload").iterator(chunk_size=1000):
        link = Link(
            schema=row.schema,
            code=code.key,
            sequence=row.sequence,
            previous_hash=row.previous_hash,
            person=str(row.person.public_id),
            edition=row.edition.number,
            edition_digest=row.edition.digest,
            text_digest=row.text_digest,
            language=row.language,
            script=row.script,
            articles=tuple(row.articles_shown),
            answers_digest=answers_digest(row.answers),
            method=row.method,
            at=moment(row.at),
        )
        yield link, row.hash


def verify(code: Code) -> Break | None:
    """Return the first place where the chain of a code does not hold, or None."""
    return first_break(links_of(code))
