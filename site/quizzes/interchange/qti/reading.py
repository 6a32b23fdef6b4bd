"""Reading packages of QTI 3.0."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import reasons
from ..building import Draft, Files, Source, read_all
from ..model import BadFile, Exchanged, Labels, Place, Reading, Refused
from ..xml_reading import Node, parse_xml
from .item import Item
from .kinds import read_kind
from .package import MANIFEST, Package

_ITEM_3 = "imsqti_item_xmlv3p"
_ITEM = "imsqti_item_xmlv"


@dataclass(frozen=True)
class _Resource:
    """An item as the manifest names it."""

    type: str
    href: str
    keywords: Sequence[str]


def read_qti(content: bytes, *, scope: str, labels: Labels | None = None) -> Reading:
    """Return the questions of a QTI package.

    Args:
        scope: what the questions are read for; part of their ids.
        labels: words for what the file leaves unsaid.

    Raises:
        BadFile: if it is too large, no package, unsafe to unpack, or holds nothing.
    """
    package = Package(content)
    if MANIFEST not in package:
        raise BadFile(reasons.NO_MANIFEST)
    resources = list(_resources(parse_xml(package.read(MANIFEST), MANIFEST)))
    if not resources:
        raise BadFile(reasons.EMPTY_FILE, Place(file=MANIFEST))
    source = Source(content, scope, labels or Labels())
    return read_all(
        source, resources, lambda item: Place(file=item.href), lambda draft, item: _read(draft, package, item)
    )


def _resources(manifest: Node) -> list[_Resource]:
    found = []
    for node in manifest.walk():
        if node.tag == "resource" and node.get("type").lower().startswith(_ITEM):
            keywords = [word.text.strip() for word in node.walk() if word.tag == "keyword"]
            found.append(_Resource(node.get("type").lower(), node.get("href"), keywords))
    return found


def _read(draft: Draft, package: Package, resource: _Resource) -> Exchanged:
    draft.title = resource.href
    if not resource.type.startswith(_ITEM_3):
        raise Refused(reasons.OLD_QTI)
    if resource.href not in package:
        raise Refused(reasons.ITEM_MISSING, file=resource.href[:200])
    try:
        root = parse_xml(package.read(resource.href), resource.href)
    except BadFile as fault:
        draft.place = fault.place
        raise Refused(reasons.ITEM_NOT_XML, line=str(fault.place.line)) from None
    draft.place = Place(root.line, root.tag, resource.href)
    if root.tag != "qti-assessment-item":
        raise Refused(reasons.OLD_QTI if root.tag == "assessmentItem" else reasons.TYPE_UNKNOWN, type=root.tag[:60])
    draft.title = root.get("title") or root.get("identifier")
    item = Item(root)
    if item.interactions:
        draft.place = Place(item.interactions[0].line, item.interactions[0].tag, resource.href)
    draft.points = item.points
    draft.tags = list(resource.keywords)
    files = _files(package, resource.href)
    draft.feedback = draft.rich(item.explanation, files)
    type_, kind = read_kind(draft, item, files)
    if item.tells_more:
        draft.note(reasons.FEEDBACK_DROPPED)
    return draft.finish(type_, kind)


def _files(package: Package, href: str) -> Files:
    def find(source: str) -> tuple[bytes, str] | None:
        name = package.beside(href, source)
        return (package.read(name), name) if name else None

    return find
