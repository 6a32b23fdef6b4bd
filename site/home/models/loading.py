"""What the content loader stored, so that it can tell its own work from an editor's."""

from django.db import models


class LoadedContent(models.Model):
    """One thing loaded from content files."""

    key = models.CharField(max_length=160, unique=True, help_text="path of content keys")
    digest = models.CharField(max_length=64, help_text="of the content as loaded, all languages")
    revisions = models.JSONField(default=dict, help_text="{language: id of the page's latest revision after loading}")

    def __str__(self) -> str:
        return self.key


class LoadedFile(models.Model):
    """One picture or document loaded from `content/media/`."""

    name = models.CharField(max_length=160, unique=True, help_text="of the file, with its ending")
    digest = models.CharField(max_length=64, help_text="sha256 of the bytes")
    stored_id = models.PositiveIntegerField(help_text="of the picture or document that was made of it")

    def __str__(self) -> str:
        return self.name
