"""Courses and programmes as they read when somebody relied on them."""

from django.db import models

from core.records import ImmutableRecord


class Identity(models.Model):
    """What stays the same while pages come and go."""

    key = models.SlugField(max_length=80, unique=True, help_text="slug; part of public addresses")
    translation_key = models.UUIDField(unique=True, help_text="of the page")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class Version(ImmutableRecord):
    """Structure and rules, frozen from the source-language page."""

    digest = models.CharField(max_length=64, unique=True)
    schema = models.PositiveSmallIntegerField()
    payload = models.TextField(help_text="canonical JSON")
    created_at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = True


class Wording(ImmutableRecord):
    """The words of a version in one language, matched by id."""

    language = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    payload = models.TextField(help_text="canonical JSON")
    created_at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = True


class Course(Identity):
    """A course, for ever."""


class CourseVersion(Version):
    """The structure of a course at one time."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="versions")

    class Meta(Version.Meta):
        abstract = False


class CourseText(Wording):
    """The words of a course version in one language."""

    version = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="texts")

    class Meta(Wording.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["version", "language", "digest"], name="course_text_once")]


class Programme(Identity):
    """A programme, for ever."""


class ProgrammeVersion(Version):
    """The rules of a programme at one time."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")

    class Meta(Version.Meta):
        abstract = False


class ProgrammeText(Wording):
    """The words of a programme version in one language."""

    version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="texts")

    class Meta(Wording.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["version", "language", "digest"], name="programme_text_once")]
