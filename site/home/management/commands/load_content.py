"""Load or update courses, quizzes, codes, resources and pages from text files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from home.loading.apply import apply
from home.loading.files import ContentError
from home.loading.plan import make_plan
from home.loading.translate import TranslationMismatch


class Command(BaseCommand):
    """`manage.py load_content content`: loading twice changes nothing; bad input changes nothing."""

    help = "Load or update content from text files (see content/README.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("path", help="the folder, usually `content`")
        parser.add_argument(
            "--publish-as", metavar="ADDRESS", help="moderator who publishes editions not published yet"
        )
        parser.add_argument(
            "--force", metavar="KEY", action="append", default=[], help="load this key even over an editor's changes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check everything, then store everything in one transaction."""
        publisher = None
        if options["publish_as"]:
            publisher = User.objects.filter(email__iexact=options["publish_as"]).first()
            if publisher is None:
                raise CommandError(f"nobody has the address {options['publish_as']}")
        try:
            plan = make_plan(Path(options["path"]))
            report = apply(plan, now=timezone.now(), publish_as=publisher, forced=frozenset(options["force"]))
        except (ContentError, TranslationMismatch) as error:
            raise CommandError(f"{error}\nNothing was changed.") from error
        for line in report:
            self.stdout.write(line)
        self.stdout.write(f"{len(report)} changes" if report else "nothing to change")
