"""Papers: rendered once, kept by digest, made again only if they come out the same."""

import hashlib
from datetime import datetime
from functools import partial

from django.db import transaction

from accounts.models import User
from certificates import papers_store
from certificates.domain import facts as stored
from certificates.models import Certificate, CertificateFile, CertificateHolder
from certificates.refusals import PaperDiffers
from certificates.rendering.paper import Holder, render


def make_paper(*, certificate_id: int, language: str, now: datetime) -> CertificateFile | None:
    """Render a paper and keep it; return None if its holder's name was erased.

    Safe at any time: a paper that is there stays, one whose bytes were lost is made again.

    Raises:
        PaperDiffers: if a lost paper comes out with another digest than the one on record; nothing is written then.
        LetterWithoutGlyph: if a letter cannot be drawn.
    """
    certificate = Certificate.objects.select_related("series", "holder").get(pk=certificate_id)
    holder = getattr(certificate, "holder", None)
    known = CertificateFile.objects.filter(certificate=certificate, language=language).first()
    if holder is None or (known is not None and papers_store.file_of(known.path).exists()):
        return known if holder is not None else None
    content = render(
        facts=stored.read(certificate.facts),
        holder=Holder(holder.name_latin, holder.name_cyrillic),
        code=certificate.code,
        language=language,
    )
    return _keep(certificate, language, content, now)


def forget_papers(*, person: User) -> None:
    """Remove the bytes of a person's papers as soon as the transaction holds; numbers and digests stay."""
    paths = CertificateFile.objects.filter(certificate__person=person).values_list("path", flat=True)
    for path in list(paths):
        transaction.on_commit(partial(papers_store.remove, path))


@transaction.atomic
def _keep(certificate: Certificate, language: str, content: bytes, now: datetime) -> CertificateFile | None:
    """Write bytes and row, unless the holder was erased while the paper was being drawn."""
    if CertificateHolder.objects.select_for_update().filter(certificate=certificate).first() is None:
        return None
    path = papers_store.place_of(certificate, language)
    row, created = CertificateFile.objects.get_or_create(
        certificate=certificate,
        language=language,
        defaults={
            "path": path,
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "template": stored.read(certificate.facts).template,
            "rendered_at": now,
        },
    )
    if not created and row.sha256 != hashlib.sha256(content).hexdigest():
        raise PaperDiffers(f"{path} does not come out as it was")
    papers_store.write(row.path, content)
    return row
