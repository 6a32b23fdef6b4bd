from .loading import LoadedContent
from .mistakes import MistakeReport
from .pages import HomePage, StandardPage
from .settings import ContactSettings, HotlineEntry

__all__ = ["ContactSettings", "HomePage", "HotlineEntry", "LoadedContent", "MistakeReport", "StandardPage"]
