from datetime import UTC, datetime

import pytest

from accounts.models import PrivilegedAct
from accounts.roles import ADMINISTRATOR, AUDITOR, ROLES
from accounts.services import log_act
from core.records import RecordIsFinal
from tests.factories.accounts import make_staff, signed_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
LOG = "/uz/account/log/"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize("role", list(ROLES))
def test_auditors_and_administrators_read_it_for_others_it_does_not_exist(role):
    expected = 200 if role in (AUDITOR, ADMINISTRATOR) else 404
    assert signed_in(make_staff(role)).get(LOG).status_code == expected


def test_acts_are_shown_newest_first_and_by_kind():
    auditor, person = make_staff(AUDITOR), make_person()
    log_act(actor=auditor, verb="accounts.give_role", target="role:editor", subject=person, reason="a", now=NOW)
    log_act(actor=auditor, verb="guidelines.publish_edition", target="code:x", reason="b", now=NOW)
    browser = signed_in(auditor)
    assert [row.reason for row in browser.get(LOG).context["page_obj"]] == ["b", "a"]
    page = browser.get(LOG, {"verb": "accounts.give_role"})
    assert [row.reason for row in page.context["page_obj"]] == ["a"]


def test_an_act_is_never_changed():
    act = log_act(actor=None, verb="x.y", target="z", now=NOW)
    act.reason = "other"
    with pytest.raises(RecordIsFinal):
        act.save()
    with pytest.raises(RecordIsFinal):
        PrivilegedAct.objects.update(reason="other")
