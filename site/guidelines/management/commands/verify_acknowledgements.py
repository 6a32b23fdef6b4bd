"""Verify the stored texts of editions and the chains of acknowledgements."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.canonical import digest
from guidelines.models import Acknowledgement, Code, Edition, EditionText
from guidelines.proof import verify


class Command(BaseCommand):
    """Print a line for every code; end with an error when a text or a chain does not hold.

    The hash of the last link is printed: whoever keeps it elsewhere can later prove that nothing before it changed.
    """

    help = "Check that no edition and no acknowledgement has been changed, taken out or slipped in."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check every code."""
        broken = self._broken_texts()
        for code in Code.objects.order_by("key"):
            rows = Acknowledgement.objects.filter(code=code)
            gap = verify(code)
            if gap is not None:
                broken.append(f"{code.key}: the chain breaks at {gap.sequence} ({gap.reason})")
                continue
            last = rows.order_by("-sequence").values_list("hash", flat=True).first() or "-"
            self.stdout.write(f"{code.key}: {rows.count()} acknowledgements, unbroken, last hash {last}")
        if broken:
            raise CommandError("\n".join(broken))

    @staticmethod
    def _broken_texts() -> list[str]:
        editions = Edition.objects.select_related("code").iterator(chunk_size=20)
        translations = EditionText.objects.select_related("edition__code").iterator(chunk_size=20)
        found = [f"{row.code.key}: edition {row.number} was changed" for row in editions if not _holds(row)]
        found += [
            f"{row.edition.code.key}: edition {row.edition.number} ({row.language}) was changed"
            for row in translations
            if not _holds(row)
        ]
        return found


def _holds(row: Edition | EditionText) -> bool:
    return digest(row.payload) == row.digest
