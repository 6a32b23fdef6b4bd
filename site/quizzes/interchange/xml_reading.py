"""XML read safely: no document type, no entities, nothing from outside, bounded depth; elements know their line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.saxutils import escape, quoteattr
from xml.sax.xmlreader import AttributesImpl, InputSource

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from . import reasons
from .bounds import XML_DEPTH
from .model import BadFile, Place


@dataclass
class Node:
    """An element. `tag` and names of attributes have no prefix; `inside` holds texts and elements in their order."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    inside: list["Node | str"] = field(default_factory=list)

    @property
    def children(self) -> list["Node"]:
        """Return the elements right inside."""
        return [item for item in self.inside if isinstance(item, Node)]

    @property
    def text(self) -> str:
        """Return all text inside, without markup."""
        return "".join(item if isinstance(item, str) else item.text for item in self.inside)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def all(self, tag: str) -> list["Node"]:
        """Return the elements of that name right inside."""
        return [child for child in self.children if child.tag == tag]

    def one(self, tag: str) -> "Node | None":
        """Return the first element of that name right inside."""
        return next(iter(self.all(tag)), None)

    def value(self, *path: str) -> str:
        """Return the text of an element inside, stripped; "" if there is none."""
        node: Node | None = self
        for tag in path:
            node = node.one(tag) if node else None
        return node.text.strip() if node else ""

    def walk(self) -> Iterator["Node"]:
        """Yield this element and all inside, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def inner(self) -> str:
        """Return what is inside as markup."""
        return "".join(escape(item) if isinstance(item, str) else item.outer() for item in self.inside)

    def outer(self) -> str:
        """Return the element as markup."""
        return self.around(self.inner())

    def around(self, inner: str) -> str:
        """Return the element as markup, with something else inside."""
        given = "".join(f" {name}={quoteattr(value)}" for name, value in self.attributes.items())
        closing = "" if self.tag in ("br", "img") else f"{inner}</{self.tag}>"
        return f"<{self.tag}{given}>{closing}"


def parse_xml(content: bytes, file: str = "") -> Node:
    """Return the root of an XML file; `file` is named in errors.

    Raises:
        BadFile: with the line, for what is no XML, what declares a document type or entities, and what is too deep.
    """
    parser = DefusedExpatParser(forbid_dtd=True)
    builder = _Builder(file)
    parser.setContentHandler(builder)
    source = InputSource()
    source.setByteStream(BytesIO(content))
    try:
        parser.parse(source)
    except DefusedXmlException:
        raise BadFile(reasons.FORBIDDEN_XML, Place(line=parser.getLineNumber() or 0, file=file)) from None
    except SAXParseException as error:
        raise BadFile(reasons.NOT_XML, Place(line=error.getLineNumber() or 0, file=file)) from None
    except BadFile:
        raise
    except (ValueError, LookupError):  # an encoding that is not known
        raise BadFile(reasons.NOT_XML, Place(line=parser.getLineNumber() or 0, file=file)) from None
    if builder.root is None:
        raise BadFile(reasons.NOT_XML, Place(file=file))
    return builder.root


class _Builder(ContentHandler):
    def __init__(self, file: str) -> None:
        super().__init__()
        self.root: Node | None = None
        self._file = file
        self._open: list[Node] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        line = self._locator.getLineNumber()  # type: ignore[attr-defined]
        if len(self._open) >= XML_DEPTH:
            raise BadFile(reasons.TOO_DEEP, Place(line=line, file=self._file))
        node = Node(name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attrs.items()}, line)
        if self._open:
            self._open[-1].inside.append(node)
        else:
            self.root = node
        self._open.append(node)

    def endElement(self, name: str) -> None:
        self._open.pop()

    def characters(self, content: str) -> None:
        inside = self._open[-1].inside
        if inside and isinstance(inside[-1], str):
            inside[-1] += content
        else:
            inside.append(content)
