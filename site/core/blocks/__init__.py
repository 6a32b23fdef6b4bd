"""The blocks editors build pages from. They are settled early: later changes come with data migrations."""

from .body import BodyBlock
from .citing import CitationBlock
from .keys import KeyBlock
from .media import CaptionedImageBlock, FileBlock, VideoBlock
from .teaching import CaseVignetteBlock, ChecklistBlock, ComparisonTableBlock, DialogueBlock
from .text import CalloutBlock, HeadingBlock, ProseBlock, QuotationBlock

__all__ = [
    "BodyBlock",
    "CalloutBlock",
    "CaptionedImageBlock",
    "CaseVignetteBlock",
    "ChecklistBlock",
    "CitationBlock",
    "ComparisonTableBlock",
    "DialogueBlock",
    "FileBlock",
    "HeadingBlock",
    "KeyBlock",
    "ProseBlock",
    "QuotationBlock",
    "VideoBlock",
]
