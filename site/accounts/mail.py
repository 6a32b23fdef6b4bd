"""How a mail of Saboq looks: the same words as plain text and as simple HTML, in the reader's language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils import translation


def compose(*, subject: str, text: str, to: str, language: str) -> EmailMultiAlternatives:
    """Return a mail with two parts. `text` is plain text in paragraphs; addresses in it become links."""
    with translation.override(language):
        html = render_to_string("accounts/mail/message.html", {"subject": subject, "text": text, "language": language})
    message = EmailMultiAlternatives(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [to])
    message.extra_headers["Content-Language"] = language
    # Replies of robots ("I am on holiday") to a robot help nobody.
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    message.attach_alternative(html, "text/html")
    return message


def public_url(url: str, language: str) -> str:
    """Return `url` (absolute or a path) on the public address of the site and in a language, whatever host asked."""
    parts = urlsplit(url)
    # A path is only understood while the language in it is the active one.
    with translation.override(translation.get_language_from_path(parts.path) or language):
        path = translate_url(parts.path, language)
    return f"{settings.PUBLIC_URL}{path}" + (f"?{parts.query}" if parts.query else "")
