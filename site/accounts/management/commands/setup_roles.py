"""`manage.py setup_roles`: permissions of the roles in the Wagtail admin, and the review of drafts."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts.site_roles import setup_roles


class Command(BaseCommand):
    """Run it after `migrate`; again and again changes nothing."""

    help = "Give the roles their permissions in the Wagtail admin, and put the site under review by moderators."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set everything up."""
        setup_roles()
        self.stdout.write("Roles and review are set up.")
