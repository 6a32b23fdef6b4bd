"""What editors edit: programmes, courses, modules, lessons. Rules are read from the source-language page only."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from competences.fields import KeyListField
from core.blocks import BodyBlock
from core.blocks.text import PROSE_FEATURES
from core.models import ActivityContainer, ActivityPage, BasePage


class CourseIndexPage(BasePage):
    """The catalogue."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["courses.CoursePage", "courses.ProgrammePage"]
    template = "courses/index.html"

    class Meta:
        verbose_name = _("course catalogue")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the courses that answer to the query string."""
        from courses.presentation import catalogue_context

        return super().get_context(request, *args, **kwargs) | catalogue_context(request)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page below the catalogue by its whole address: one or two queries for any depth."""
        if not path_components:
            return super().route(request, path_components)
        address = f"{self.url_path}{'/'.join(path_components)}/"
        # What people open most is asked first: a course by one part of an address, a lesson by three.
        usual = {1: CoursePage, 3: LessonPage}.get(len(path_components))
        page = usual.objects.filter(url_path=address).first() if usual else None
        if page is None:
            page = Page.objects.filter(url_path=address).specific().first()
        if page is None:
            raise Http404
        return page.specific.route(request, [])


class TeacherBlock(blocks.StructBlock):
    """Somebody who teaches the course."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    post = blocks.CharBlock(label=_("Post"), max_length=160, required=False)

    class Meta:
        icon = "user"
        label = _("Teacher")


class CourseTag(TaggedItemBase):
    """A tag on a course."""

    content_object = ParentalKey("courses.CoursePage", on_delete=models.CASCADE, related_name="tagged_items")


class CoursePage(BasePage):
    """A course: what it teaches, its outline (its child pages) and the rules of its certificate."""

    class Order(models.TextChoices):
        """May steps be taken freely?"""

        FIXED = "fixed", _("One step after another")
        FREE = "free", _("In any order")

    intro = RichTextField(_("introduction"), features=PROSE_FEATURES, blank=True)
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(label=_("Outcome"), max_length=240))],
        verbose_name=_("what you will be able to do"),
        blank=True,
    )
    audience = models.CharField(_("who it is for"), max_length=300, blank=True)
    teachers = StreamField([("teacher", TeacherBlock())], verbose_name=_("who teaches"), blank=True)
    competence_keys = KeyListField(_("competences"), reference="competence")
    modality_keys = KeyListField(_("forms of online work"), reference="modality")
    tags = ClusterTaggableManager(through=CourseTag, blank=True, verbose_name=_("tags"))
    order = models.CharField(_("order of steps"), max_length=10, choices=Order, default=Order.FIXED)
    prerequisite_keys = models.JSONField(
        _("courses to complete first"),
        default=list,
        blank=True,
        help_text=_('Slugs of courses, like ["digital-basics"].'),
    )
    gives_certificate = models.BooleanField(_("gives a certificate"), default=True)
    certificate_validity_months = models.PositiveSmallIntegerField(
        _("certificate valid for (months)"), default=24, help_text=_("0 = without end.")
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("outcomes"),
        FieldPanel("audience"),
        FieldPanel("teachers"),
        MultiFieldPanel(
            [FieldPanel("competence_keys"), FieldPanel("modality_keys"), FieldPanel("tags")], _("Subjects")
        ),
        MultiFieldPanel(
            [
                FieldPanel("order"),
                FieldPanel("prerequisite_keys"),
                FieldPanel("gives_certificate"),
                FieldPanel("certificate_validity_months"),
            ],
            _("Rules (taken from the Uzbek page in every language)"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.FilterField("translation_key")]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in (
            "slug",
            "competence_keys",
            "modality_keys",
            "order",
            "prerequisite_keys",
            "gives_certificate",
            "certificate_validity_months",
        )
    ]
    parent_page_types = ["courses.CourseIndexPage"]
    subpage_types = ["courses.ModulePage"]
    template = "courses/course.html"

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the outline, the subjects and the way in."""
        from courses.presentation import course_context

        return super().get_context(request, *args, **kwargs) | course_context(self, request)


class ModulePage(ActivityContainer, BasePage):
    """A module: a few steps that belong together, with its academic hours."""

    hours = models.PositiveSmallIntegerField(_("academic hours"), default=1)

    content_panels = [*BasePage.content_panels, FieldPanel("hours")]
    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("hours", overridable=False),
    ]
    parent_page_types = ["courses.CoursePage"]

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
        """A module has no page of its own: lead to its place in the course."""
        return HttpResponseRedirect(f"{self.get_parent().get_url(request)}#{self.slug}")

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Keep modules out of the sitemap."""
        return []

    @classmethod
    def clean_subpage_models(cls) -> list[type]:
        """Allow every kind of activity, without knowing which app it lives in."""
        from wagtail.models import get_page_models

        return [model for model in get_page_models() if issubclass(model, ActivityPage)]


class LessonPage(ActivityPage):
    """A lesson: read to the end and confirmed."""

    kind = "lesson"
    completion_rule = "confirmed"

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    competence_keys = KeyListField(_("competences"), reference="competence")
    modality_keys = KeyListField(_("forms of online work"), reference="modality")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("minutes"),
                FieldPanel("is_sample"),
                FieldPanel("competence_keys"),
                FieldPanel("modality_keys"),
            ],
            _("Rules (taken from the Uzbek page in every language)"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *ActivityPage.override_translatable_fields,
        SynchronizedField("competence_keys", overridable=False),
        SynchronizedField("modality_keys", overridable=False),
    ]
    template = "courses/lesson.html"

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show a sample to everybody; any other lesson leads to its course page, which is public."""
        if self.source().is_sample or getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return redirect(self.get_parent().get_parent().get_url(request))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the course that the lesson belongs to."""
        from courses.presentation import lesson_context

        return super().get_context(request, *args, **kwargs) | lesson_context(self, request)


class ProgrammePage(BasePage):
    """A retraining path: courses, hours, the validity of its certificate. Every value belongs to the programme."""

    intro = RichTextField(_("introduction"), features=PROSE_FEATURES, blank=True)
    hours = models.PositiveSmallIntegerField(_("academic hours"), default=72)
    course_keys = models.JSONField(
        _("courses"), default=list, blank=True, help_text=_('Slugs of courses in order, like ["ethics-online"].')
    )
    certificate_validity_months = models.PositiveSmallIntegerField(_("certificate valid for (months)"), default=36)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("hours"), FieldPanel("course_keys"), FieldPanel("certificate_validity_months")],
            _("Rules (taken from the Uzbek page in every language)"),
        ),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("slug", "hours", "course_keys", "certificate_validity_months")
    ]
    parent_page_types = ["courses.CourseIndexPage"]
    subpage_types: list[str] = []
    template = "courses/programme.html"

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the programme's courses."""
        from courses.presentation import programme_context

        return super().get_context(request, *args, **kwargs) | programme_context(self, request)
