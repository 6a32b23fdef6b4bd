from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "certificates"
