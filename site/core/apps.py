from django.apps import AppConfig


class CoreConfig(AppConfig):
    """See docs/architecture.md for the layer this app stands in."""

    name = "core"

    def ready(self) -> None:
        """Declare what core's own tables hold, and what has to happen every few minutes."""
        from django.apps import apps
        from django.db.models.signals import post_save
        from taggit.models import Tag
        from wagtail.documents import get_document_model
        from wagtail.images import get_image_model
        from wagtail.models import Locale, Page, PageViewRestriction, Site
        from wagtail.signals import post_page_move

        from core import content_state, pictures, privacy, taskqueue, ticking
        from core.models import CitationEntry, ContentChange, Heartbeat

        privacy.register_impersonal(CitationEntry, ContentChange, Heartbeat)
        image = get_image_model()
        content_state.watch(*(model for model in apps.get_models() if issubclass(model, Page)))
        content_state.watch(Locale, Site, PageViewRestriction, Tag, get_document_model(), image)
        content_state.watch(image.get_rendition_model(), CitationEntry)
        post_page_move.connect(content_state.note, dispatch_uid="core.content_state.moved")
        post_save.connect(pictures.order_sizes, sender=image, dispatch_uid="core.pictures.order_sizes")
        ticking.register("core.fold_content_changes", content_state.fold)
        ticking.register("core.order_missing_sizes", pictures.order_missing)
        ticking.register("core.return_stuck_tasks", taskqueue.return_stuck_tasks)
        ticking.register("core.prune_finished_tasks", taskqueue.prune_finished_tasks)
