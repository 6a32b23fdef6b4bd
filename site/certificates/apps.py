from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "certificates"

    def ready(self) -> None:
        """Declare what is personal, listen to lower apps, register what the tick looks after."""
        from accounts.acts import name_act

        from . import housekeeping, privacy, receivers  # noqa: F401

        name_act("certificates.revoke", _("revoked a certificate"))
        name_act("certificates.replace", _("replaced a certificate"))
