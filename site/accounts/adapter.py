"""How allauth works here: the person's language in mails, the public address in links."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Defaults of allauth, with our mail and redirects."""
