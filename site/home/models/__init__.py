from .loading import LoadedContent, LoadedFile
from .mistakes import MistakeReport
from .pages import HomePage, StandardPage
from .settings import ContactSettings, HotlineEntry

__all__ = [
    "ContactSettings",
    "HomePage",
    "HotlineEntry",
    "LoadedContent",
    "LoadedFile",
    "MistakeReport",
    "StandardPage",
]
