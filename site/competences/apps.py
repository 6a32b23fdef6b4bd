from django.apps import AppConfig


class CompetencesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "competences"
