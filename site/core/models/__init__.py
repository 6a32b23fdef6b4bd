from .changes import ContentChange
from .citations import CitationEntry
from .heartbeat import Heartbeat
from .pages import ActivityContainer, ActivityPage, BasePage

__all__ = ["ActivityContainer", "ActivityPage", "BasePage", "CitationEntry", "ContentChange", "Heartbeat"]
