"""Two tests that commit, one after the other: the second must find what migrations loaded."""

import pytest
from django.contrib.auth.models import Group
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, Page

from accounts.models import Region
from accounts.roles import ROLES
from competences.models import Competence


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_reference_data_survives_a_test_that_commits(time):
    assert Region.objects.count() == 14
    assert Competence.objects.exists()
    assert set(Group.objects.values_list("name", flat=True)) >= set(ROLES)
    assert Page.objects.filter(depth=1).exists()
    assert Locale.objects.filter(language_code="uz").exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_what_a_committing_test_wrote_is_gone_afterwards(time):
    assert not Group.objects.filter(name="left behind").exists()
    Group.objects.create(name="left behind")
