"""Signs of life of the processes behind the site."""

from django.db import models


class Heartbeat(models.Model):
    """When a kind of process (worker, tick) last said that it is alive."""

    name = models.CharField(max_length=40, unique=True)
    beaten_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.beaten_at:%Y-%m-%d %H:%M:%S}"
