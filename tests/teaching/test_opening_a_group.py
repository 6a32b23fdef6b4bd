"""The form that opens a group, and the one that changes it."""

from uuid import uuid4

from django.test import Client
from django.urls import reverse

from accounts.models import Region, User
from cohorts.models import Cohort
from courses.models import CoursePage
from tests.factories.cohorts import make_programme

NEW = "teaching:cohort_new"


def _filled(course: CoursePage, **changes: str) -> dict[str, str]:
    return {
        "token": str(uuid4()),
        "name": "Samarqand, bahor",
        "subject": f"course:{course.translation_key}",
        "starts_on": "2026-03-02",
        "ends_on": "2026-05-29",
        "place": Region.objects.first().pk,
        "wave": "1",
        **changes,
    }


def test_a_trainer_opens_a_group_and_comes_to_its_page(client: Client, course: CoursePage, trainer: User) -> None:
    response = client.post(reverse(NEW), _filled(course), follow=True)
    cohort = Cohort.objects.get()
    assert response.redirect_chain[-1][0] == reverse("teaching:cohort", args=[cohort.uuid])
    assert (cohort.name, cohort.region, list(cohort.trainers.all())) == (
        "Samarqand, bahor",
        Region.objects.first(),
        [trainer],
    )


def test_the_form_sent_twice_opens_one(client: Client, course: CoursePage) -> None:
    data = _filled(course)
    assert client.post(reverse(NEW), data).url == client.post(reverse(NEW), data).url
    assert Cohort.objects.count() == 1


def test_a_programme_can_be_chosen(client: Client, course: CoursePage) -> None:
    programme = make_programme(course)
    client.post(reverse(NEW), _filled(course, subject=f"programme:{programme.translation_key}"))
    cohort = Cohort.objects.get()
    page = client.get(reverse("teaching:cohort", args=[cohort.uuid])).content.decode()
    assert course.title in page


def test_what_was_typed_stays_and_the_error_is_linked(client: Client, course: CoursePage) -> None:
    response = client.post(reverse(NEW), _filled(course, ends_on="2026-03-01", name="Buxoro “B”"))
    page = response.content.decode()
    assert response.status_code == 200
    assert "Buxoro “B”" in page
    assert 'href="#id_ends_on"' in page
    assert 'value="2026-03-01"' in page
    assert not Cohort.objects.exists()


def test_nonsense_is_refused_without_a_trace(client: Client, course: CoursePage) -> None:
    for changes in (
        {"subject": f"course:{uuid4()}"},
        {"subject": "x"},
        {"starts_on": "soon"},
        {"wave": "-1"},
        {"place": "9999"},
        {"token": "x"},
        {"name": "x" * 1000},
    ):
        assert client.post(reverse(NEW), _filled(course, **changes)).status_code == 200
    assert client.post(reverse(NEW), {}).status_code == 200
    assert not Cohort.objects.exists()


def test_fields_that_the_form_does_not_have_change_nothing(client: Client, cohort: Cohort, trainer: User) -> None:
    address = reverse("teaching:cohort_change", args=[cohort.uuid])
    data = {"name": "Buxoro", "starts_on": "2026-03-02", "ends_on": "2026-05-29", "wave": "2", "place": ""}
    response = client.post(address, {**data, "uuid": str(uuid4()), "course": "1", "trainers": "1", "created_at": "x"})
    assert response.status_code == 302
    changed = Cohort.objects.get()
    assert (changed.name, changed.wave) == ("Buxoro", 2)
    assert (changed.uuid, changed.course_id, list(changed.trainers.all())) == (
        cohort.uuid,
        cohort.course_id,
        [trainer],
    )
