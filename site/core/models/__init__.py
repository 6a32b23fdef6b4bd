from .citations import CitationEntry
from .pages import ActivityContainer, ActivityPage, BasePage

__all__ = ["ActivityContainer", "ActivityPage", "BasePage", "CitationEntry"]
