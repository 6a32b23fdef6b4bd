"""A learner sees their groups and who sees what, and leaves a group on a page that says what follows."""

import pytest

from cohorts.models import Membership
from learning.models import Enrolment
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.learning import make_enrolment
from tests.factories.pages import make_course
from tests.factories.people import add_second_factor, make_person, make_trainer

pytestmark = pytest.mark.django_db
DESK = "/uz/my/"


@pytest.fixture
def membership():
    return make_member(make_cohort(make_course(lessons=1, quiz=False), make_trainer(last_name="Yoʻldosheva")))


def way_out(membership):
    return f"/uz/my/groups/{membership.cohort.uuid}/leave/"


def test_the_desk_shows_the_group_its_trainers_and_the_way_out(sign_in, membership):
    page = sign_in(membership.person).get(DESK).content.decode()
    assert "Samarqand 1" in page
    assert "Yoʻldosheva" in page
    assert f'href="{way_out(membership)}"' in page


def test_a_group_that_was_left_and_groups_of_others_are_not_shown(sign_in, membership, now):
    browser = sign_in(membership.person)
    Membership.objects.update(left_at=now)
    make_member(make_cohort(membership.cohort.course, name="Begona guruh"))
    page = browser.get(DESK).content.decode()
    assert "Samarqand 1" not in page
    assert "Begona guruh" not in page


def test_opening_the_page_leaves_nothing(sign_in, membership):
    page = sign_in(membership.person).get(way_out(membership))
    assert page.status_code == 200
    assert 'method="post"' in page.content.decode()
    assert Membership.objects.get().left_at is None


def test_leaving_closes_the_membership_and_keeps_what_was_learned(sign_in, membership):
    enrolment = make_enrolment(membership.cohort.course, membership.person)
    answer = sign_in(membership.person).post(way_out(membership), follow=True)
    assert answer.redirect_chain == [(DESK, 302)]
    assert "Samarqand 1" in answer.content.decode(), "the message names the group"
    assert Membership.objects.get().left_at is not None
    assert Enrolment.objects.get(pk=enrolment.pk).state == Enrolment.State.ACTIVE


def test_leaving_in_two_tabs_keeps_the_first_moment(sign_in, membership):
    browser = sign_in(membership.person)
    browser.post(way_out(membership))
    first = Membership.objects.get().left_at
    assert browser.post(way_out(membership)).status_code == 302
    assert Membership.objects.get().left_at == first
    assert browser.get(way_out(membership)).status_code == 404


def test_the_trainer_no_longer_sees_who_left(sign_in, membership):
    trainer = membership.cohort.trainers.get()
    add_second_factor(trainer)
    page = f"/uz/teach/cohorts/{membership.cohort.uuid}/"
    assert membership.person.last_name in sign_in(trainer).get(page).content.decode()
    sign_in(membership.person).post(way_out(membership))
    assert membership.person.last_name not in sign_in(trainer).get(page).content.decode()


def test_a_group_of_others_does_not_exist(sign_in, membership):
    browser = sign_in(make_person())
    assert browser.get(way_out(membership)).status_code == 404
    assert browser.post(way_out(membership)).status_code == 404
    assert Membership.objects.get().left_at is None
