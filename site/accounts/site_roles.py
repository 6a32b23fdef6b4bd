"""What the roles may do in the Wagtail admin, and the review that drafts go through. Safe to run again and again."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from .roles import ADMIN_SITE_ROLES, ADMINISTRATOR, EDITOR, MODERATOR, ROLES

_PAGES = {
    EDITOR: ("add_page", "change_page"),
    MODERATOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
}
_FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@transaction.atomic
def setup_roles() -> None:
    """Give every role exactly its permissions, and put the whole site under one review."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in ROLES}
    for name, group in groups.items():
        group.permissions.set(_model_permissions(name))
        _set_page_permissions(group, _PAGES.get(name, ()))
        _set_collection_permissions(group, _FILES if name in _PAGES else ())
    _set_review(groups[MODERATOR])


def _model_permissions(role: str) -> list[Permission]:
    wanted: list[Permission] = []
    if role in ADMIN_SITE_ROLES:
        wanted += _permissions("wagtailadmin", "access_admin")
    if role in _PAGES:
        wanted += _permissions("wagtail_localize", "submit_translation")
    if role == ADMINISTRATOR:
        # Settings of higher apps: the registry knows them without this app knowing the apps.
        for model in settings_registry:
            kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
            wanted += Permission.objects.filter(content_type=kind, codename=f"change_{model._meta.model_name}")
    return wanted


def _permissions(app: str, codename: str) -> list[Permission]:
    return list(Permission.objects.filter(content_type__app_label=app, codename=codename))


def _set_page_permissions(group: Group, codenames: tuple[str, ...]) -> None:
    root = Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).exclude(page=root, permission__codename__in=codenames).delete()
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _set_collection_permissions(group: Group, codenames: tuple[str, ...]) -> None:
    root = Collection.get_first_root_node()
    held = GroupCollectionPermission.objects.filter(group=group)
    held.exclude(collection=root, permission__codename__in=codenames).delete()
    files = ("wagtailimages", "wagtaildocs")
    for permission in Permission.objects.filter(content_type__app_label__in=files, codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _set_review(moderators: Group) -> None:
    """One workflow with one task on the root page; Wagtail's own, whose group is gone, is put away."""
    with translation.override(settings.LANGUAGE_CODE):  # names of rows have one language: that of the source
        name = str(_("Review by a moderator"))
    task = GroupApprovalTask.objects.filter(groups=moderators).order_by("pk").first() or GroupApprovalTask()
    task.name, task.active = name, True
    task.save()
    task.groups.set([moderators])
    link = WorkflowTask.objects.filter(task=task).select_related("workflow").order_by("pk").first()
    workflow = link.workflow if link else Workflow()
    workflow.name, workflow.active = name, True
    workflow.save()
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    for other in GroupApprovalTask.objects.filter(groups__isnull=True, active=True):
        Workflow.objects.filter(workflow_tasks__task=other).update(active=False)
        GroupApprovalTask.objects.filter(pk=other.pk).update(active=False)
