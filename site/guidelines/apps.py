from django.apps import AppConfig


class GuidelinesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "guidelines"

    def ready(self) -> None:
        """Register what lower layers ask for: citations, privacy; listen to Wagtail."""
        from core import citations, content_state

        from . import changed, cited, privacy, receivers  # noqa: F401
        from .models import Code, Corrigendum, Edition, EditionText

        content_state.watch(Code, Edition, EditionText, Corrigendum)

        citations.set_resolver(cited.resolve)
        citations.set_code_choices(cited.code_choices)
        citations.set_watcher(changed.changed_since)
