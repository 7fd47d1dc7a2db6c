"""Reads the text of OME-XML into a light tree that knows its lines, and refuses what is not safe to read.

The tree knows local names only: every OME schema from 2003-FC to 2016-06 puts its elements into another
namespace (https://docs.openmicroscopy.org/ome-model/latest/schemas/), and all of them are read alike.
Pixel data inside the document are passed over while reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from imagegraph.errors import DocumentTooDeep, ForbiddenConstruct, MalformedDocument

#: the elements of OME stand at most about ten deep
MAXIMUM_DEPTH = 64
_SEPARATOR = " "
_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance "
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace "
_VERSION = re.compile(r"/(?:OME/)?(\d{4}-\d{2}|20\d\d-[A-Z]{2}|FC)\b")
#: depth of a region's shapes inside its verbatim Union, the Union being 1
_SHAPE_DEPTH = 2
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_START_TAG = re.compile(r"""\A<(?:[^>"']|"[^"]*"|'[^']*')*>""")
#: parents whose content is kept as the XML it is, by the name of the element that holds it
_VERBATIM = {"Value": frozenset({"XMLAnnotation"}), "Union": frozenset({"ROI"})}


class Element:
    """One element: local name, attributes, children, text, and the line its start tag stands on."""

    __slots__ = ("attributes", "children", "line", "parts", "tag", "verbatim")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children: list[Element] = []
        self.parts: list[str] = []
        self.verbatim: str | None = None

    @property
    def text(self) -> str:
        """The words directly inside the element, without the white space around them."""
        return "".join(self.parts).strip()

    def find(self, tag: str) -> Element | None:
        """The first child of that name."""
        return next((child for child in self.children if child.tag == tag), None)

    def findall(self, tag: str) -> list[Element]:
        """Every child of that name, in order."""
        return [child for child in self.children if child.tag == tag]

    def walk(self) -> Iterator[Element]:
        """The element and everything below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


class _Builder:
    """Turns the events of expat into elements."""

    def __init__(self, content: bytes, *, source: str) -> None:
        self.content = content
        self.source = source
        self.encoding = _BYTE_ORDER_MARKS.get(content[:2], "")
        self.root: Element | None = None
        self.namespace = ""
        self.open: list[Element] = []
        self.names: dict[str, str] = {}
        #: how many elements are open inside the one whose content is kept as it is, and where it starts
        self.verbatim_depth = 0
        self.verbatim_start = 0
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.EntityDeclHandler = self._forbidden
        self.parser.ExternalEntityRefHandler = self._external
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = self.encoding or encoding or ""

    def _document_type(self, *_: object) -> None:
        self._forbidden()

    def _external(self, *_: object) -> int:
        self._forbidden()
        return 0

    def _forbidden(self, *_: object) -> None:
        raise ForbiddenConstruct(
            f"{self.source} declares a document type or entities (line {self.parser.CurrentLineNumber}). "
            "OME-XML "
            "needs neither, and they are never followed. Remove the DOCTYPE and try again.",
            source=self.source,
            line=self.parser.CurrentLineNumber,
        )

    def _local(self, name: str) -> str:
        local = name.rpartition(_SEPARATOR)[2]
        self.names[name] = local
        return local

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.verbatim_depth:
            self.verbatim_depth += 1
            if self.open[-1].tag == "Union":
                self._note_shape(name)
            return
        if len(self.open) >= MAXIMUM_DEPTH:
            raise DocumentTooDeep(
                f"{self.source} nests elements more than {MAXIMUM_DEPTH} deep at line "
                f"{self.parser.CurrentLineNumber}; OME-XML never does.",
                source=self.source,
                line=self.parser.CurrentLineNumber,
            )
        for key in [key for key in attributes if _SEPARATOR in key]:
            value = attributes.pop(key)
            if not key.startswith((_SCHEMA_INSTANCE, _XML_NAMESPACE)):
                attributes[key.rpartition(_SEPARATOR)[2]] = value
        tag = self.names.get(name) or self._local(name)
        element = Element(tag, attributes, self.parser.CurrentLineNumber)
        if self.open:
            parent = self.open[-1]
            parent.children.append(element)
            if tag in _VERBATIM and parent.tag in _VERBATIM[tag]:
                self.verbatim_depth = 1
                self.verbatim_start = self.parser.CurrentByteIndex
        else:
            self.root = element
            self.namespace = name.rpartition(_SEPARATOR)[0]
        self.open.append(element)

    def _note_shape(self, name: str) -> None:
        """Remember the shapes of a region, the elements directly inside its Union."""
        if self.verbatim_depth == _SHAPE_DEPTH:
            self.open[-1].children.append(Element(self._local(name), {}, self.parser.CurrentLineNumber))

    def _end(self, name: str) -> None:
        if self.verbatim_depth > 1:
            self.verbatim_depth -= 1
            return
        element = self.open.pop()
        if self.verbatim_depth:
            self.verbatim_depth = 0
            element.parts.clear()
            raw = self.content[self.verbatim_start : self.parser.CurrentByteIndex]
            element.verbatim = _START_TAG.sub(
                "", raw.decode(self.encoding or "utf-8", errors="replace"), count=1
            ).strip()

    def _characters(self, text: str) -> None:
        element = self.open[-1]
        if element.tag != "BinData" and not self.verbatim_depth:
            element.parts.append(text)


def parse(content: bytes, *, source: str) -> tuple[Element, str]:
    """The root element of an XML text and the namespace it stands in.

    Args:
        content: the bytes of the document.
        source: what reports call it.

    Raises:
        MalformedDocument: not well-formed, or not in the encoding it declares; with `line` and `column`.
        ForbiddenConstruct: a document type declaration or entities.
        DocumentTooDeep: nested beyond `MAXIMUM_DEPTH`.
    """
    builder = _Builder(content, source=source)
    try:
        builder.parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        hint = (
            " Perhaps the text is not in the encoding that its first line declares."
            if reason == expat.errors.XML_ERROR_INVALID_TOKEN
            else ""
        )
        raise MalformedDocument(
            f"{source} is not well-formed XML: {reason} at line {error.lineno}, column "
            f"{error.offset + 1}.{hint}",
            source=source,
            line=error.lineno,
            column=error.offset + 1,
        ) from None
    except (LookupError, ValueError) as error:
        raise MalformedDocument(
            f"{source} declares an encoding that cannot be read ({error}). Save it as UTF-8.",
            source=source,
            line=builder.parser.CurrentLineNumber,
            column=1,
        ) from None
    if builder.root is None:
        raise MalformedDocument(f"{source} holds no XML element.", source=source, line=1, column=1)
    return builder.root, builder.namespace


def schema_version(namespace: str) -> str | None:
    """The schema of a document by the namespace of its root, e.g. `2016-06`; None when it names none.

    >>> schema_version("http://www.openmicroscopy.org/Schemas/OME/2013-06")
    '2013-06'
    """
    found = _VERSION.search(namespace)
    if found is None:
        return None
    return "2003-FC" if found[1] == "FC" else found[1]
