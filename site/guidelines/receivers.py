"""What the app does when pages are published, unpublished or deleted."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from . import citation_index


@receiver(page_published, dispatch_uid="guidelines.citations.published")
def index_citations(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Index the citations of a page that has just been published."""
    citation_index.rebuild(instance)


@receiver(page_unpublished, dispatch_uid="guidelines.citations.unpublished")
def forget_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page nobody can read cites nothing."""
    citation_index.forget(instance)


@receiver(post_delete, dispatch_uid="guidelines.citations.deleted")
def forget_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """A page that is gone cites nothing."""
    if sender is Page:
        citation_index.forget(instance)
