"""When entries are made anew: a page is published, moved, unpublished or deleted; an edition is published."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from guidelines.models import Edition
from guidelines.signals import edition_published

from . import articles, services
from .kinds import kind_of


@receiver(page_published, dispatch_uid="search.page_published")
def page_can_be_read(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page that has just been published is found by its new words."""
    if kind_of(instance):
        services.index_page(instance)


@receiver(page_unpublished, dispatch_uid="search.page_unpublished")
def page_was_taken_down(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page that was taken down is not found."""
    services.forget_page(instance)


@receiver(post_delete, sender=Page, dispatch_uid="search.page_deleted")
def page_was_deleted(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page that is gone is not found."""
    services.forget_page(instance)


@receiver(page_slug_changed, dispatch_uid="search.slug_changed")
def page_has_a_new_slug(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """What stands below a page has moved with it."""
    services.index_below(instance)


@receiver(post_page_move, dispatch_uid="search.page_moved")
def page_was_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """What stands below a page has moved with it."""
    services.index_below(instance)


@receiver(edition_published, dispatch_uid="search.edition_published")
def edition_was_published(sender: Any, edition: Edition, **kwargs: Any) -> None:
    """The articles in force today are found; those of a later day wait for the tick of that day."""
    articles.index_code(edition.code, day=timezone.localdate())
