"""What the libraries under this site keep about people: sign-in, sessions, the editors' admin."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)
from wagtail.users.models import UserProfile
from wagtail_localize.models import SegmentOverride, StringTranslation

from core.privacy import deleter, exporter, register, register_impersonal

_AUTHORSHIP = _("The history of the content keeps a number that no longer leads to you.")


def end_sessions(person: Any) -> None:
    """End every session of a person, also those that the list of sessions does not know."""
    UserSession.objects.filter(user=person).delete()
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()


def erase_wagtail_profile(person: Any) -> None:
    """Delete the admin's preferences with the picture."""
    for profile in UserProfile.objects.filter(user=person):
        if profile.avatar:
            profile.avatar.delete(save=False)
        profile.delete()


def erase_model_log(person: Any) -> None:
    """Take the person's name out of entries about the person; entries by the person hold a number."""
    about = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(type(person)), object_id=str(person.pk)
    )
    about.update(label="—", data={})


def erase_workflow_comments(person: Any) -> None:
    """Empty what a moderator wrote when deciding."""
    TaskState.objects.filter(finished_by=person).update(comment="")


register(
    EmailAddress,
    person="user",
    export=exporter(EmailAddress, "user", email=_("Address"), verified=_("Confirmed"), primary=_("Primary")),
    erase=deleter(EmailAddress, "user"),
    title=_("E-mail addresses"),
)
register(
    Authenticator,
    person="user",
    export=exporter(Authenticator, "user", type=_("Kind"), created_at=_("Set up on"), last_used_at=_("Last used on")),
    erase=deleter(Authenticator, "user"),
    title=_("Second factor"),
)
register(
    UserSession,
    person="user",
    export=exporter(UserSession, "user", created_at=_("Began"), ip=_("Network address"), user_agent=_("Browser")),
    erase=end_sessions,
    title=_("Sessions"),
)
register(
    UserProfile,
    person="user",
    export=exporter(UserProfile, "user", preferred_language=_("Language"), current_time_zone=_("Time zone")),
    erase=erase_wagtail_profile,
    title=_("Settings of the editors’ desk"),
)
register(
    Comment,
    person="user",
    export=exporter(Comment, "user", page__title=_("Page"), text=_("Text"), created_at=_("On")),
    erase=deleter(Comment, "user"),
    title=_("Comments on drafts"),
)
register(
    CommentReply,
    person="user",
    export=exporter(CommentReply, "user", text=_("Text"), created_at=_("On")),
    erase=deleter(CommentReply, "user"),
    title=_("Replies on drafts"),
)
register(
    PageSubscription,
    person="user",
    export=exporter(PageSubscription, "user", page__title=_("Page")),
    erase=deleter(PageSubscription, "user"),
    title=_("Pages you follow"),
)
register(
    EditingSession,
    person="user",
    export=exporter(EditingSession, "user", last_seen_at=_("Last seen on")),
    erase=deleter(EditingSession, "user"),
    title=_("Open editing windows"),
)
register(
    FormState,
    person="user",
    export=exporter(FormState, "user", content_type__model=_("Of what"), last_updated_at=_("On")),
    erase=deleter(FormState, "user"),
    title=_("Forms kept for later"),
)
register(
    UploadedFile,
    person="uploaded_by_user",
    export=exporter(UploadedFile, "uploaded_by_user", for_content_type__model=_("Kind")),
    erase=deleter(UploadedFile, "uploaded_by_user"),
    title=_("Uploads not finished"),
)
register(
    ModelLogEntry,
    person="user",
    export=exporter(ModelLogEntry, "user", action=_("Act"), label=_("Of what"), timestamp=_("On")),
    erase=erase_model_log,
    keeps=_AUTHORSHIP,
    title=_("Edits of settings"),
)
register(
    PageLogEntry,
    person="user",
    export=exporter(PageLogEntry, "user", action=_("Act"), label=_("Page"), timestamp=_("On")),
    keeps=_AUTHORSHIP,
    title=_("Edits of pages"),
)
register(
    Revision,
    person="user",
    export=exporter(Revision, "user", object_str=_("Of what"), created_at=_("On")),
    keeps=_AUTHORSHIP,
    title=_("Saved drafts"),
)
register(
    Page,
    person="owner",
    export=exporter(Page, "owner", title=_("Page"), first_published_at=_("Published on")),
    keeps=_AUTHORSHIP,
    title=_("Pages you made"),
)
register(
    WorkflowState,
    person="requested_by",
    export=exporter(WorkflowState, "requested_by", created_at=_("On"), status=_("State")),
    keeps=_AUTHORSHIP,
    title=_("Pages you sent for review"),
)
register(
    TaskState,
    person="finished_by",
    export=exporter(TaskState, "finished_by", finished_at=_("On"), status=_("State"), comment=_("Comment")),
    erase=erase_workflow_comments,
    keeps=_AUTHORSHIP,
    title=_("Reviews you decided"),
)
for _model, _path, _title in (
    (get_image_model(), "uploaded_by_user", _("Pictures you uploaded")),
    (get_document_model(), "uploaded_by_user", _("Files you uploaded")),
):
    register(
        _model,
        person=_path,
        export=exporter(_model, _path, title=_("Title"), created_at=_("On")),
        keeps=_AUTHORSHIP,
        title=_title,
    )
for _model, _title in ((StringTranslation, _("Translated strings")), (SegmentOverride, _("Translated values"))):
    register(
        _model,
        person="last_translated_by",
        export=exporter(_model, "last_translated_by", updated_at=_("On")),
        keeps=_AUTHORSHIP,
        title=_title,
    )
# A task carries numbers of rows, never what stands in them.
register_impersonal(Session, DBTaskResult)
