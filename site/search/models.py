"""What the site's search looks through: one entry per thing, language and passage, folded to one spelling."""

from django.db import models
from wagtail.search import index


class Entry(index.Indexed, models.Model):
    """Something that can be found: a course, a lesson, a resource, an article of the code in force."""

    key = models.CharField(max_length=160, help_text="kind:id of what it stands for")
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=255)
    text = models.TextField(help_text="plain text, for the excerpt")
    folded_title = models.TextField()
    folded_text = models.TextField()
    url = models.CharField(max_length=400)

    search_fields = [
        index.SearchField("folded_title", boost=3),
        index.SearchField("folded_text"),
        index.FilterField("language"),
        index.FilterField("kind"),
    ]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="entry_once_per_language")]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.language} {self.key}"
