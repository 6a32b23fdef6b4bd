"""Marks that something visitors see has changed."""

import secrets

from django.db import models


def random_token() -> int:
    """Return a random number below 2⁴⁰: sums of a million of them fit every database's integers."""
    return secrets.randbits(40)


class ContentChange(models.Model):
    """One change of what visitors see. The sum of all tokens names the state of the content (`core.content_state`)."""

    token = models.BigIntegerField(default=random_token)

    def __str__(self) -> str:
        return f"change {self.token}"
