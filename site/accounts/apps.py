from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "accounts"
