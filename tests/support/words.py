"""What a page says in a language, whether or not the catalogue of that language is complete."""

from django.utils import translation


def said(text: str, language: str = "uz", **values: object) -> str:
    """Return an English text of the templates as it reads in a language, with its values filled in."""
    with translation.override(language):
        words = translation.gettext(text)
    return words % values if values else words
