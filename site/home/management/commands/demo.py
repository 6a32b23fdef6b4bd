"""Load the content and the demo people, with believable progress."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from home.demo import story
from home.demo.accounts import confirm_name, ensure_person, give_territory
from home.demo.numbers import ensure_numbers
from home.demo.people import GROUP, STAFF
from home.demo.sittings import ensure_sittings


class Command(BaseCommand):
    """`manage.py demo`: idempotent. Passwords come from DEMO_PASSWORD, else a random one is printed once."""

    help = "Load content and demo people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--new-password", action="store_true", help="give all demo people a new password")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make people first (a moderator publishes the edition), then content, then progress."""
        now = timezone.now()
        people = [*STAFF, *(learner.person for learner in GROUP)]
        fresh = not User.objects.filter(email=people[0].email).exists()
        password = os.environ.get("DEMO_PASSWORD") or None
        if password is None and (fresh or options["new_password"]):
            password = secrets.token_urlsafe(9)
        call_command("setup_roles", stdout=self.stdout)
        with transaction.atomic():
            # Hashed once: it is one password for all, and hashing is slow on purpose.
            hashed = make_password(password) if password is not None else None
            users = {person.email: ensure_person(person, hashed, now - story.AGE) for person in people}
        self.stdout.write(f"{len(users)} demo people")
        if password is not None:
            # Said at once: whoever is interrupted while the content loads can still sign in.
            self.stdout.write(f"Password of all demo people: {password}")
        moderator = next(person.email for person in STAFF if person.role == "moderator")
        call_command("load_content", str(Path(settings.CONTENT_ROOT)), publish_as=moderator, stdout=self.stdout)
        if ensure_numbers():
            self.stdout.write("emergency numbers, not checked")
        if not story.told():
            with transaction.atomic():
                self._tell(users, now)
            self.stdout.write("a group with five weeks of progress")
        if sittings := ensure_sittings(course_slug=story.COURSE, now=now):
            self.stdout.write(f"{sittings} simulated sittings of a sample quiz")
        if password is None:
            self.stdout.write("Passwords stay as they were (new ones: manage.py demo --new-password).")
        else:
            self.stdout.write(f"Password of all demo people: {password}")
        for person in (*STAFF, GROUP[0].person):
            self.stdout.write(f"  {person.email:28} {person.role or 'learner'}")

    def _tell(self, users: dict[str, User], now: Any) -> None:
        staff = {person.role: users[person.email] for person in STAFF}
        give_territory(staff["manager"], story.REGION, now)
        for learner in GROUP:
            if learner.person.cyrillic:
                confirm_name(learner.person, users[learner.person.email], now - story.AGE)
        story.tell(
            {learner.person.email: users[learner.person.email] for learner in GROUP},
            trainer=staff["trainer"],
            admin=staff["administrator"],
            now=now,
        )
