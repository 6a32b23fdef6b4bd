"""How allauth works here: mails in the person's language, links on the public address."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from . import mail

#: Values of a mail's context that are addresses; allauth makes them from the request's host, which anybody can forge.
_ADDRESSES = ("activate_url", "password_reset_url", "signup_url")


class AccountAdapter(DefaultAccountAdapter):
    """Defaults of allauth, with our mail."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of allauth's mails in the language its reader prefers."""
        language = self._language_of(email, context.get("user"))
        with translation.override(language):
            values = {**context, "email": email, "language": language}
            for name in _ADDRESSES:
                if values.get(name):
                    values[name] = mail.public_url(values[name], language)
            self.render_mail(template_prefix, email, values).send()

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Return the mail from allauth's text templates; the HTML part is made from the same text."""
        subject = render_to_string(f"{template_prefix}_subject.txt", context)
        text = render_to_string(f"{template_prefix}_message.txt", context).strip()
        to = email if isinstance(email, str) else email[0]
        message = mail.compose(
            subject=f"Saboq: {subject.strip()}",
            text=text,
            to=to,
            language=context.get("language") or translation.get_language(),
        )
        message.extra_headers.update(headers or {})
        return message

    def _language_of(self, email: str, person: Any) -> str:
        preferred = getattr(person, "preferred_language", None)
        if not preferred:
            people = get_user_model().objects.filter(email__iexact=email)
            preferred = people.values_list("preferred_language", flat=True).first()
        return preferred or translation.get_language()
