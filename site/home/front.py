"""What the front door shows beside its own words."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from courses.catalogue import course_cards
from courses.models import LessonPage
from guidelines.listing import codes_in_force

#: The front door shows so many courses; the catalogue shows all.
NEWEST = 3


def front_context(request: HttpRequest) -> dict[str, Any]:
    """Return the newest courses, the codes in force and a lesson that can be read without an account."""
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "cards": course_cards(language=language, request=request, newest=NEWEST),
        "codes": codes_in_force(language=language, day=timezone.localdate()),
        "sample": sample_url(request),
    }


def sample_url(request: HttpRequest) -> str:
    """Return the address of the first lesson that is open to everybody, or an empty string."""
    lesson = (
        LessonPage.objects.live()
        .filter(locale__language_code=get_language(), is_sample=True)
        .select_related("locale")
        .order_by("path")
        .first()
    )
    return (lesson.get_url(request) or "") if lesson else ""
