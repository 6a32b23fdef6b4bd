"""What an allowance gives, in words: on the pages of learners and trainers, and in messages."""

from django.template.defaultfilters import date
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from learning.models import QuizAllowance


def gives(row: QuizAllowance) -> list[str]:
    """Return what an allowance gives, one short line for each thing, in the active language."""
    lines = []
    if row.minutes:
        lines.append(ngettext("%(count)d more minute", "%(count)d more minutes", row.minutes) % {"count": row.minutes})
    if row.attempts:
        lines.append(
            ngettext(
                "%(count)d attempt beyond the quiz’s own", "%(count)d attempts beyond the quiz’s own", row.attempts
            )
            % {"count": row.attempts}
        )
    if row.no_pause:
        lines.append(_("no pause between attempts"))
    if row.opens_at:
        lines.append(_("open from %(time)s") % {"time": date(timezone.localtime(row.opens_at), "DATETIME_FORMAT")})
    if row.closes_at:
        lines.append(_("open until %(time)s") % {"time": date(timezone.localtime(row.closes_at), "DATETIME_FORMAT")})
    return lines
