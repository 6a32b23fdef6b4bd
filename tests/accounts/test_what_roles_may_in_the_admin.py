import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowPage
from wagtail.users.models import UserProfile

from accounts.roles import ADMINISTRATOR, EDITOR, MODERATOR, ROLES
from accounts.site_roles import setup_roles
from tests.factories.accounts import make_staff, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def roles_set_up():
    setup_roles()


def page_permissions(role):
    rows = GroupPagePermission.objects.filter(group__name=role).values_list("permission__codename", flat=True)
    return set(rows)


def test_editors_write_and_moderators_publish():
    assert page_permissions(EDITOR) == {"add_page", "change_page"}
    assert page_permissions(MODERATOR) == {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"}
    assert not page_permissions(ADMINISTRATOR)


def test_an_editor_cannot_publish_and_a_moderator_can():
    home = Page.objects.get(depth=2)
    assert not home.permissions_for_user(make_staff(EDITOR)).can_publish()
    assert home.permissions_for_user(make_staff(EDITOR)).can_edit()
    assert home.permissions_for_user(make_staff(MODERATOR)).can_publish()


@pytest.mark.parametrize("role", list(ROLES))
def test_nobody_has_rights_over_users_or_groups_in_wagtail(role):
    person = make_staff(role)
    for action in ("add", "change", "delete"):
        assert not person.has_perm(f"accounts.{action}_user")
        assert not person.has_perm(f"auth.{action}_group")


@pytest.mark.parametrize("role", list(ROLES))
def test_only_those_who_work_there_enter_the_admin(client, role):
    client.force_login(make_staff(role))
    answer = client.get("/admin/")
    entered = answer.status_code == 200
    assert entered == (role in (EDITOR, MODERATOR, ADMINISTRATOR))


@pytest.mark.parametrize("role", list(ROLES))
def test_administrators_alone_change_settings(role):
    person = make_staff(role)
    for permission in ("home.change_contactsettings", "certificates.change_issuersettings"):
        assert person.has_perm(permission) == (role == ADMINISTRATOR)


def test_drafts_go_to_the_moderators():
    workflow = WorkflowPage.objects.get(page=Page.get_first_root_node()).workflow
    (task,) = workflow.tasks
    assert list(task.specific.groups.values_list("name", flat=True)) == [MODERATOR]
    assert list(Workflow.objects.active()) == [workflow]


def test_setting_up_again_changes_nothing():
    def state():
        return (
            list(GroupPagePermission.objects.order_by("pk").values()),
            list(
                Group.permissions.through.objects.order_by("group_id", "permission_id").values("group", "permission")
            ),
            list(Workflow.objects.order_by("pk").values()),
            list(GroupApprovalTask.objects.order_by("pk").values()),
        )

    before = state()
    setup_roles()
    assert state() == before


def test_the_admin_speaks_the_language_of_the_profile_and_not_of_the_browser():
    editor = make_staff(EDITOR)
    page = signed_in(editor, headers={"accept-language": "en"}).get("/admin/")
    assert page.headers["Content-Language"] == editor.preferred_language == "uz"
    assert '<html lang="uz"' in page.content.decode()


def test_a_language_chosen_in_the_admin_itself_stays():
    editor = make_staff(EDITOR)
    UserProfile.objects.create(user=editor, preferred_language="ru")
    assert '<html lang="ru"' in signed_in(editor, headers={"accept-language": "en"}).get("/admin/").content.decode()
