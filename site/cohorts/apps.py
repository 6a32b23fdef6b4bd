from django.apps import AppConfig


class CohortsConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "cohorts"

    def ready(self) -> None:
        """Declare personal data, listen to confirmed addresses, and leave chores with the tick."""
        from core import ticking

        from . import chores, privacy, receivers  # noqa: F401

        ticking.register("cohorts.mail_again", chores.mail_again)
        ticking.register("cohorts.welcome_missed", chores.welcome_missed)
        ticking.register("cohorts.accept_missed", chores.accept_missed)
        ticking.register("cohorts.forget_old_invitations", chores.forget_old_invitations)
