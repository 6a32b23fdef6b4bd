"""Work for the worker."""

from django.utils import timezone
from django_tasks import task


@task()
def render_paper(certificate_id: int, language: str) -> None:
    """Render one paper of a certificate. Safe to run twice, and after being killed in the middle."""
    from .services.papers import make_paper

    make_paper(certificate_id=certificate_id, language=language, now=timezone.now())
