from django.apps import AppConfig


class CoreConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "core"

    def ready(self) -> None:
        """Declare what core's own tables hold, and what has to happen every few minutes."""
        from core import privacy, taskqueue, ticking
        from core.models import CitationEntry, Heartbeat

        privacy.register_impersonal(CitationEntry, Heartbeat)
        ticking.register("core.return_stuck_tasks", taskqueue.return_stuck_tasks)
        ticking.register("core.prune_finished_tasks", taskqueue.prune_finished_tasks)
