from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "courses"
