"""A link to a resource is stored whatever the order of loading; a link to a page that is gone is refused."""

import pytest
from django.core.management import CommandError

from home.models import HomePage, LoadedContent
from resources.models import ResourcePage
from tests.loading.conftest import add_block, load

pytestmark = pytest.mark.django_db
LINK = "{type: resource, resource: consent-talk, note: Varaq}"


def targets(page):
    return [block.value["page"].slug for block in page.body if block.block_type == "resource"]


@pytest.fixture
def earlier(folder):
    """A second resource, stored before the one it links to."""
    for language in ("uz", "ru", "en"):
        text = (folder / f"resources/consent-talk.{language}.yaml").read_text("utf-8")
        target = folder / f"resources/an-earlier-one.{language}.yaml"
        target.write_text(text.replace("key: consent-talk", "key: an-earlier-one", 1), "utf-8")
    add_block(folder, "resources/an-earlier-one", LINK, "{note: Листок}")
    return folder


def test_a_resource_links_to_one_that_is_stored_after_it(earlier):
    load(earlier)
    for language in ("uz", "ru", "en"):
        page = ResourcePage.objects.get(slug="an-earlier-one", locale__language_code=language)
        assert targets(page) == ["consent-talk"]


def test_the_front_page_links_to_a_resource_that_is_stored_after_it(folder):
    add_block(folder, "pages/home", LINK, "{note: Листок}")
    load(folder)
    for page in HomePage.objects.all():
        assert targets(page) == ["consent-talk"]


def test_what_was_stored_in_two_goes_is_told_once_and_stays_at_the_next_loading(earlier):
    add_block(earlier, "pages/home", LINK, "{note: Листок}")
    report = load(earlier).splitlines()
    assert report.count("created resources/an-earlier-one") == 1
    assert not [line for line in report if line.startswith("updated")]
    assert "nothing to change" in load(earlier)


def test_a_link_to_a_resource_that_an_editor_deleted_is_refused_with_its_line(folder):
    add_block(folder, "pages/home", LINK, "{note: Листок}")
    load(folder)
    before = LoadedContent.objects.count()
    for page in ResourcePage.objects.filter(slug="consent-talk"):
        page.delete()
    with pytest.raises(CommandError, match=r"pages/home.uz.yaml:\d+: the page of resource `consent-talk` was deleted"):
        load(folder)
    assert LoadedContent.objects.count() == before
    assert "created resources/consent-talk" in load(folder, force=["resources/consent-talk"])
    assert targets(HomePage.objects.get(locale__language_code="ru")) == ["consent-talk"]


def test_a_link_to_a_resource_that_never_was_is_refused(folder):
    add_block(folder, "pages/home", LINK.replace("consent-talk", "no-such"), "{note: Листок}")
    with pytest.raises(CommandError, match=r"pages/home.uz.yaml:\d+: there is no resource `no-such`"):
        load(folder)
