"""Which privacy notice is in force: the standing page "privacy"."""

from accounts.privacy_notice import PrivacyNotice

from .models import StandardPage

SLUG = "privacy"


def live_privacy_notice(language: str) -> PrivacyNotice | None:
    """Return the live notice with the version of its source page; its address in `language` where translated."""
    pages = StandardPage.objects.live().filter(slug=SLUG).select_related("locale")
    found = {page.locale.language_code: page for page in pages}
    source = next((page for page in found.values() if page.is_source), None)
    if source is None:
        return None
    return PrivacyNotice(version=source.version, url=found.get(language, source).get_url() or "")
