"""Files of questions between the report and the confirmation."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionUpload(models.Model):
    """A file that an editor looks at and has not confirmed. Cleared away after a day.

    `page_key` is the `translation_key` of the page that the questions are meant for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    page_key = models.UUIDField()
    format = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("uploaded file of questions")
        verbose_name_plural = _("uploaded files of questions")

    def __str__(self) -> str:
        return self.name
