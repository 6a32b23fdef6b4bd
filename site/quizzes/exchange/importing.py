"""Verbs of the import: keep a file for a while, and add its questions to a page when the editor confirms."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from core import ticking
from quizzes.models import QuestionUpload

from .pictures import kept_image, with_embedded
from .proposing import Proposed, propose

#: A file that nobody confirms is forgotten after this time.
KEPT = timedelta(days=1)
#: Files that one person may have waiting; the oldest gives way.
WAITING = 5


class TooMany(Exception):
    """The page would hold more questions than it may.

    Attributes:
        most: how many it may hold.
    """

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


def keep_upload(*, person: Any, page: Page, format_: str, name: str, content: bytes, now: datetime) -> QuestionUpload:
    """Keep a file until its owner confirms or a day has passed."""
    with transaction.atomic():
        older = QuestionUpload.objects.filter(owner=person).order_by("-created_at").values_list("pk", flat=True)
        QuestionUpload.objects.filter(pk__in=list(older[WAITING - 1 :])).delete()
        return QuestionUpload.objects.create(
            owner=person,
            page_key=page.translation_key,
            format=format_,
            name=name[:120],
            content=content,
            created_at=now,
        )


def upload_of(*, person: Any, page: Page, key: UUID) -> QuestionUpload | None:
    """Return a file that the person has waiting for a page, or None."""
    return QuestionUpload.objects.filter(pk=key, owner=person, page_key=page.translation_key).first()


def add_questions(*, upload: QuestionUpload, page: Page, person: Any, alternatives: Mapping[str, str]) -> int:
    """Add the questions of a file to a new draft of its page; return how many. Nothing is published.

    Sent twice, the second finds every question on the page and adds none.

    Raises:
        TooMany: if the page cannot hold them.
    """
    with transaction.atomic():
        locked = Page.objects.select_for_update().get(pk=page.pk)
        draft = locked.specific.get_latest_revision_as_object()
        proposal = propose(draft, bytes(upload.content), upload.format)
        if not proposal.questions:
            return 0
        block = draft._meta.get_field("questions").stream_block
        stored = list(draft.questions.get_prep_value())
        if len(stored) + len(proposal.questions) > block.meta.max_num:
            raise TooMany(block.meta.max_num)
        images = {
            name: kept_image(picture, title=alternatives.get(name, ""), person=person)
            for name, picture in proposal.pictures.items()
        }
        added = [_stored(question, images, alternatives) for question in proposal.questions]
        draft.questions = block.to_python([*stored, *added])
        draft.save_revision(user=person, log_action=True)
        return len(added)


def _stored(question: Proposed, images: Mapping[str, Any], alternatives: Mapping[str, str]) -> dict[str, Any]:
    value = dict(question.raw["value"])
    for name in ("stem", "feedback"):
        value[name] = with_embedded(value[name], images, alternatives)
    return {**question.raw, "value": value}


def forget_old_uploads(*, now: datetime) -> int:
    """Clear away files that nobody confirmed; return how many."""
    deleted, _by_model = QuestionUpload.objects.filter(created_at__lt=now - KEPT).delete()
    return deleted


ticking.register("quizzes.forget_uploads", forget_old_uploads)
