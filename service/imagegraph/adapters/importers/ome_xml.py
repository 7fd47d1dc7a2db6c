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
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?OME[\s>/]")
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class OmeXmlImporter:
    """Reads `.ome.xml`, `.companion.ome` and any XML whose root is an OME element."""

    name = "ome-xml"
    title = "OME-XML (metadata of microscope images)"
    media_types: tuple[str, ...] = ("application/vnd.ome+xml", "application/ome+xml")
    suffixes: tuple[str, ...] = (".companion.ome", ".ome.xml", ".ome", ".xml")

    def recognises(self, document: Document) -> bool:
        """Whether the text begins with an OME element."""
        try:
            head = document.content[:_HEAD_BYTES] or _head_of(document.path)
        except OSError:
            return False
        return _ROOT.search(head.decode(_BYTE_ORDER_MARKS.get(head[:2], "latin-1"), errors="replace")) is not None

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


def _head_of(path: Path | None) -> bytes:
    if path is None or not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)
