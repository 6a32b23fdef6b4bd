"""Putting one planned page into the tree, in all languages, without touching an editor's work."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wagtail.models import Locale, Page

from core.canonical import canonical_json, digest
from home.models import LoadedContent

from .ids import content_id
from .plan import SOURCE, TRANSLATIONS
from .translate import translate

Values = Callable[[str], dict[str, Any]]


@dataclass
class Store:
    """Stores pages and remembers what it did.

    Attributes:
        forced: keys that are loaded even over an editor's changes.
        report: lines "created|updated|kept <key>", in order; things that did not change leave no line.
    """

    forced: frozenset[str] = frozenset()
    report: list[str] = field(default_factory=list)

    def page(
        self, key: str, model: type[Page], parent: Page | None, values: Values, tags: list[str] | None = None
    ) -> Any:
        """Create or update the page of `key` below `parent` and return the source-language page.

        Args:
            key: content key; the page's translation_key derives from it.
            model: page type.
            parent: source-language parent, None for a page that must exist already.
            values: returns the field values in a language.
            tags: tag names, the same in every language.

        Returns:
            The page, or None when an editor deleted it.
        """
        page = self.find(key, model)
        loaded = LoadedContent.objects.filter(key=key).first()
        texts = {language: values(language) for language in (SOURCE, *TRANSLATIONS)}
        wanted = digest(canonical_json(_dated([model.__name__, tags or [], *texts.values()])))
        if loaded and loaded.digest == wanted and key not in self.forced:
            return page
        if loaded and key not in self.forced and loaded.revisions != self.revisions(key, model):
            self.report.append(f"kept {key}: an editor changed it; load it with --force {key}")
            return page
        if page is None:
            page = self._create(key, model, parent, texts[SOURCE])
            self.report.append(f"created {key}")
        else:
            for name, value in texts[SOURCE].items():
                setattr(page, name, value)
            if f"created {key}" not in self.report:
                self.report.append(f"updated {key}")
        if tags is not None:
            page.tags.set(tags)
        page.save()
        page.save_revision().publish()
        page = model.objects.get(pk=page.pk)
        translate(page, {language: texts[language] for language in TRANSLATIONS}, key)
        LoadedContent.objects.update_or_create(
            key=key, defaults={"digest": wanted, "revisions": self.revisions(key, model)}
        )
        return page

    def find(self, key: str, model: type[Page]) -> Any:
        """Return the source-language page of a key, or None."""
        return model.objects.filter(translation_key=content_id(key, "page"), locale__language_code=SOURCE).first()

    def revisions(self, key: str, model: type[Page]) -> dict[str, int | None]:
        """Return {language: id of the latest revision} of the pages of a key."""
        rows = model.objects.filter(translation_key=content_id(key, "page")).values_list(
            "locale__language_code", "latest_revision_id"
        )
        return dict(rows)

    def _create(self, key: str, model: type[Page], parent: Page | None, values: dict[str, Any]) -> Any:
        if parent is None:
            raise LookupError(f"{key}: the page above it does not exist")
        page = model(
            translation_key=content_id(key, "page"), locale=Locale.objects.get(language_code=SOURCE), **values
        )
        parent.add_child(instance=page)
        return page


def _dated(value: Any) -> Any:
    """Write dates as text, for the digest."""
    if isinstance(value, dict):
        return {key: _dated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
