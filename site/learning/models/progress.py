"""Enrolment, what was completed, and one summary row that pages read."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.records import ImmutableRecord
from courses.models import Course, CourseVersion


class Enrolment(models.Model):
    """A person takes a course. Leaving and taking it up again is the same row; taking it anew is a new one."""

    class State(models.TextChoices):
        """Where an enrolment stands."""

        ACTIVE = "active"
        LEFT = "left"
        COMPLETED = "completed"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="enrolments")
    version = models.ForeignKey(
        CourseVersion, on_delete=models.PROTECT, related_name="+", help_text="as the course read at enrolment"
    )
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    started_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    last_activity_key = models.UUIDField(null=True, blank=True, help_text="where to resume")
    last_seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "course"], condition=~Q(state="completed"), name="one_open_enrolment_per_course"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.course_id}"


class ActivityCompletion(ImmutableRecord):
    """A person completed one step of a course. Keyed by the page's translation_key: any language counts once."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="activity_completions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    activity_key = models.UUIDField()
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=255, help_text="as it read then, in the learner's language")
    language = models.CharField(max_length=8)
    evidence = models.CharField(max_length=120, help_text="kind:id of what proves it, like submission:41")
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["enrolment", "activity_key"], name="activity_completed_once")]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.activity_key}"


class CourseCompletion(ImmutableRecord):
    """A person completed a course. Names the version that was true; no change of rules takes it back."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="completion")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="course_completions")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(help_text="hours, started_on, completed_on, final score, edition acknowledged")
    rules = models.CharField(max_length=20, help_text="version of learning.domain.completion")
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.person_id}: {self.course_id}"


class ProgressSummary(models.Model):
    """What lists and grids show of an enrolment. Kept in the writing transaction; `rebuild_progress` makes it anew."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="summary")
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    next_activity_key = models.UUIDField(null=True, blank=True)
    states = models.JSONField(default=dict, help_text="{activity key: done | open | locked | failed}")
    best = models.JSONField(default=dict, help_text="{quiz key: {points, maximum, passed}}")
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.done}/{self.total}"
