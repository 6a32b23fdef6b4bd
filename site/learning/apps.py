from django.apps import AppConfig


class LearningConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "learning"

    def ready(self) -> None:
        """Declare what is personal, listen to lower apps, name acts for the log, leave a chore with the tick."""
        from django.utils.translation import gettext_lazy as _

        from accounts.acts import name_act
        from core import ticking

        from . import chores, privacy, receivers  # noqa: F401

        name_act("learning.give_allowance", _("gave more time or attempts"))
        name_act("learning.end_allowance", _("took back more time or attempts"))
        name_act("learning.correct_key", _("corrected the key of a quiz"))
        name_act("learning.mark_answer", _("marked an answer"))
        ticking.register("learning.end_overdue_attempts", chores.end_overdue_attempts)
