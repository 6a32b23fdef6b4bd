"""How allauth works here: mails in the person's language, links on the public address, the notice after signing in."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from . import mail
from .selectors import owes_acceptance

#: Values of a mail's context that are addresses; allauth makes them from the request's host, which anybody can forge.
_ADDRESSES = ("activate_url", "password_reset_url", "signup_url")


class AccountAdapter(DefaultAccountAdapter):
    """Defaults of allauth, with our mail; a newer privacy notice is shown right after signing in."""

    def post_login(self, request: HttpRequest, user: Any, **how: Any) -> HttpResponse:
        """Go where allauth leads, by way of the privacy notice when a version is in force that was not accepted.

        Only here: asked in the middle of something, people would lose what they were typing.
        """
        response = super().post_login(request, user, **how)
        if "Location" in response.headers and owes_acceptance(person=user, language=translation.get_language()):
            return redirect(
                f"{reverse('accounts:privacy_notice')}?{urlencode({'next': response.headers['Location']})}"
            )
        return response

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
