"""What this app keeps about people: messages to them."""

from django.utils.translation import gettext_lazy as _

from core.privacy import deleter, exporter, register

from .models import Notice

register(
    Notice,
    person="person",
    export=exporter(
        Notice,
        "person",
        created_at=_("On"),
        subject=_("Subject"),
        body=_("Text"),
        sent_at=_("Mailed on"),
        read_at=_("Read on"),
    ),
    erase=deleter(Notice, "person"),
    title=_("Messages"),
)
