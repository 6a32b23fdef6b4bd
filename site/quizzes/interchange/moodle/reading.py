"""Reading Moodle XML."""

from .. import bounds, reasons
from ..building import Draft, Source, read_all
from ..model import BadFile, Exchanged, Labels, Place, Reading, Refused
from ..numbers import fraction_of
from ..texts import one_line
from ..xml_reading import Node, parse_xml
from .elements import combined_feedback, is_true, rich
from .kinds import KINDS


def read_moodle(content: bytes, *, scope: str, labels: Labels | None = None) -> Reading:
    """Return the questions of a Moodle XML file.

    Args:
        scope: what the questions are read for; part of their ids.
        labels: words for what the file leaves unsaid.

    Raises:
        BadFile: if it is too large, no XML, no file of Moodle's, or holds nothing.
    """
    if len(content) > bounds.FILE_BYTES:
        raise BadFile(reasons.TOO_LARGE, limit=str(bounds.FILE_BYTES // bounds.MEGABYTE))
    if not content.strip():
        raise BadFile(reasons.EMPTY_FILE)
    root = parse_xml(content)
    if root.tag != "quiz":
        raise BadFile(reasons.NOT_MOODLE, Place(root.line, root.tag))
    questions = root.all("question")
    if not questions:
        raise BadFile(reasons.EMPTY_FILE, Place(root.line, root.tag))
    source = Source(content, scope, labels or Labels())
    return read_all(source, questions, _place, _read)


def _place(node: Node) -> Place:
    return Place(node.line, f'question[@type="{node.get("type")[:40]}"]')


def _read(draft: Draft, node: Node) -> Exchanged:
    type_ = node.get("type")
    draft.title = one_line(node.value("name", "text"))
    if type_ == "category":
        draft.title = node.value("category", "text")
        raise Refused(reasons.CATEGORY)
    read = KINDS.get(type_)
    if read is None:
        raise Refused(reasons.TYPE_UNKNOWN, type=type_[:40])
    grade = node.value("defaultgrade") or node.value("defaultmark")
    draft.points = fraction_of(grade) if grade else None
    draft.tags = [tag.value("text") for tag in (node.one("tags") or node).all("tag")]
    if type_ != "cloze":
        draft.stem = rich(draft, node.one("questiontext"))
    draft.feedback = rich(draft, node.one("generalfeedback"))
    combined_feedback(draft, node)
    if any(hint.value("text") for hint in node.all("hint")):
        draft.note(reasons.HINTS_DROPPED)
    if is_true(node.value("usecase")):
        draft.note(reasons.CASE_IGNORED)
    return draft.finish(*read(draft, node))
