from django.apps import AppConfig


class GuidelinesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "guidelines"

    def ready(self) -> None:
        """Register what lower layers ask for: citations, privacy; listen to Wagtail."""
        from core import citations

        from . import cited, privacy, receivers  # noqa: F401

        citations.set_resolver(cited.resolve)
        citations.set_code_choices(cited.code_choices)
