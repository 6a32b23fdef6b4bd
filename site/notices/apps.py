from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "notices"

    def ready(self) -> None:
        """Register what is kept about people, and what happens at every tick."""
        from core import ticking

        from . import privacy, tasks  # noqa: F401

        ticking.register("notices.resend_waiting", tasks.resend_waiting)
