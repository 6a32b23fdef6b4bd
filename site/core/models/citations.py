"""Who cites which article: an index, rebuilt whenever a page is published."""

from django.db import models


class CitationEntry(models.Model):
    """One citation of an article by a block of a page. Derived data, not evidence."""

    page_key = models.UUIDField(help_text="translation_key of the citing page")
    block_id = models.CharField(max_length=64)
    code = models.CharField(max_length=80)
    article = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page_key", "block_id", "code", "article"], name="citation_once_per_block")
        ]
        indexes = [models.Index(fields=["code", "article"], name="citation_by_article")]

    def __str__(self) -> str:
        return f"{self.code}/{self.article}"
