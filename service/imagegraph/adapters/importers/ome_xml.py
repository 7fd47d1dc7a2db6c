"""Importer of OME-XML, the metadata language of the Open Microscopy Environment.

https://docs.openmicroscopy.org/ome-model/latest/ (schemas 2003-FC to 2016-06).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from imagegraph.adapters.importers.ome_record import read_record
from imagegraph.model.records import Document, ImportedRecord

_HEAD_BYTES = 8192
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FIRST_ELEMENT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]")
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class OmeXmlImporter:
    """Reads `.ome.xml`, `.companion.ome` and any XML whose root is an OME element, `.xml` by its content."""

    name = "ome-xml"
    title = "OME-XML (metadata of microscope images)"
    media_types: tuple[str, ...] = ("application/vnd.ome+xml", "application/ome+xml")
    suffixes: tuple[str, ...] = (".companion.ome", ".ome.xml", ".ome")

    def recognises(self, document: Document) -> bool:
        """Whether the text begins with an OME element."""
        try:
            return has_ome_root(document.content[:_HEAD_BYTES] or _head_of(document.path))
        except OSError:
            return False

    def companions(self, path: Path) -> Sequence[Path]:
        """None: a document is read alone."""
        return ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The one record of the document.

        Raises:
            MalformedDocument: no well-formed XML, or XML that is not OME; with `line` and `column`.
            EmptyDocument: nothing in it, or only the name of the file that holds the metadata.
            ForbiddenConstruct: a document type declaration or entities.
            DocumentTooDeep: nested deeper than OME-XML ever is.
        """
        content = document.content
        if not content and document.path is not None and document.path.is_file():
            content = document.path.read_bytes()
        yield read_record(content, source=document.name, kind=self.name)


def has_ome_root(content: bytes) -> bool:
    """Whether the first element of an XML text is an OME element; looks at the beginning of the text only."""
    head = content[:_HEAD_BYTES].decode(_BYTE_ORDER_MARKS.get(content[:2], "latin-1"), errors="replace")
    first = _FIRST_ELEMENT.search(_COMMENT.sub("", head))
    return first is not None and first[1] == "OME"


def _head_of(path: Path | None) -> bytes:
    if path is None or not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)
