"""What a visitor can do at the front door: report a mistake."""

from datetime import datetime

from .models import MistakeReport


def report_mistake(*, page: str, words: str, email: str, language: str, now: datetime) -> MistakeReport:
    """Keep a report for the editors; the same words about the same page, still unsettled, are kept once."""
    report, _created = MistakeReport.objects.get_or_create(
        page=page,
        words=words,
        email=email,
        settled=False,
        defaults={"language": language, "created_at": now},
    )
    return report
