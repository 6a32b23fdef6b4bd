"""Make everything that can be found anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.services import rebuild


class Command(BaseCommand):
    """`manage.py rebuild_search`: after a restore, or when the folding of spellings has changed."""

    help = "Rebuild the entries of the site search from live pages and the codes in force."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild in one transaction; readers see the old entries until it is done."""
        count = rebuild(day=timezone.localdate())
        self.stdout.write(f"{count} entries")
