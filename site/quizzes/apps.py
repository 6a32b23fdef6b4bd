from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "quizzes"

    def ready(self) -> None:
        """Declare what the app holds of people, and what the tick clears away."""
        from . import privacy  # noqa: F401
        from .exchange import importing  # noqa: F401
