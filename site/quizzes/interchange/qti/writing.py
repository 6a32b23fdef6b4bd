"""Writing packages of QTI 3.0: a manifest, an item for each question, the images."""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from .. import metadata
from ..model import Exchanged, Labels, Writing
from ..reporting import Notes, write_all
from ..xml_writing import element, text
from .item_writing import item_xml
from .package import MANIFEST

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/LOM"
_ITEM_TYPE = "imsqti_item_xmlv3p0"
#: One time for all files, so that the same questions always make the same bytes.
_TIME = (2000, 1, 1, 0, 0, 0)


def write_qti(questions: Sequence[Exchanged], *, language: str = "", labels: Labels | None = None) -> Writing:
    """Return the questions as a QTI package, and what of each could not go with it.

    Args:
        language: of the words, such as "uz".
        labels: the words for "true" and "false".
    """

    def write(exchanged: Exchanged, notes: Notes) -> tuple[Exchanged, str]:
        return exchanged, item_xml(exchanged, notes, labels or Labels(), language)

    pieces, lines = write_all(questions, write)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        items = [(f"items/question-{number:03d}.xml", *piece) for number, piece in enumerate(pieces, start=1)]
        _put(package, MANIFEST, _manifest(items).encode())
        for href, _exchanged, xml in items:
            _put(package, href, (_HEAD + xml).encode())
        pictures = {picture.name: picture for _href, exchanged, _xml in items for picture in exchanged.pictures}
        for name, picture in pictures.items():
            _put(package, f"images/{name}", picture.content)
    return Writing(target.getvalue(), lines)


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    package.writestr(member, content)


def _manifest(items: Sequence[tuple[str, Exchanged, str]]) -> str:
    resources = "".join(f"    {resource}\n" for resource in _resources(items))
    head = element("schema", "QTI Package") + element("schemaversion", "3.0.0")
    return _HEAD + element(
        "manifest",
        f"\n  {element('metadata', head)}\n  <organizations/>\n",
        f"  {element('resources', chr(10), resources, '  ')}\n",
        identifier="saboq-questions",
        xmlns=_PACKAGE,
    )


def _resources(items: Sequence[tuple[str, Exchanged, str]]) -> Iterator[str]:
    for number, (href, exchanged, _xml) in enumerate(items, start=1):
        tags = metadata.written(exchanged.question, exchanged.tags, with_points=False)
        words = "".join(element("keyword", element("string", text(tag))) for tag in tags)
        about = element("metadata", element("lom", element("general", words), xmlns=_LOM)) if words else ""
        files = [element("file", href=href)]
        files += [element("file", href=f"images/{picture.name}") for picture in exchanged.pictures]
        yield element("resource", about, *files, identifier=f"question-{number:03d}", type=_ITEM_TYPE, href=href)
