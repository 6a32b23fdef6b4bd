from django.apps import AppConfig


class CompetencesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "competences"

    def ready(self) -> None:
        """Register what this app keeps about people."""
        from core import content_state

        from . import privacy  # noqa: F401
        from .models import Competence, Framework, Modality

        content_state.watch(Framework, Competence, Modality)
