"""Make every progress summary anew from the records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from learning.models import Enrolment
from learning.services.progress import settle


class Command(BaseCommand):
    """`manage.py rebuild_progress [--course SLUG]`."""

    help = "Make progress summaries anew from the records; complete what the rules say is complete."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the permanent key of one course."""
        parser.add_argument("--course", default="", help="permanent key of a course; all courses without it")

    def handle(self, *args: Any, course: str, **options: Any) -> None:
        """Go through enrolments one transaction at a time, so that learners are not held up."""
        enrolments = Enrolment.objects.all()
        if course:
            enrolments = enrolments.filter(course__key=course)
        keys = list(enrolments.order_by("pk").values_list("pk", flat=True))
        for key in keys:
            settle(enrolment=Enrolment(pk=key), now=timezone.now())
        self.stdout.write(f"{len(keys)} progress summaries made anew")
