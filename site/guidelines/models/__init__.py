from .pages import AcknowledgementPage, EthicsCodePage, GuidelineIndexPage, GuidelinePage
from .records import Acknowledgement, Code, Corrigendum, Duty, Edition, EditionText

__all__ = [
    "Acknowledgement",
    "AcknowledgementPage",
    "Code",
    "Corrigendum",
    "Duty",
    "Edition",
    "EditionText",
    "EthicsCodePage",
    "GuidelineIndexPage",
    "GuidelinePage",
]
