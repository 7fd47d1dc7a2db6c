"""Importer of OME-TIFF: OME-XML in the ImageDescription of a TIFF's first directory.

https://docs.openmicroscopy.org/ome-model/latest/ome-tiff/specification.html
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from imagegraph.adapters.importers.ome_record import read_record
from imagegraph.adapters.importers.ome_tiff_description import find_description
from imagegraph.adapters.importers.ome_xml import has_ome_root
from imagegraph.errors import MalformedDocument
from imagegraph.model.records import Document, ImportedRecord

_QUOTED = 60


class OmeTiffImporter:
    """Reads the metadata of `.ome.tif` files; pixels are never read."""

    name = "ome-tiff"
    title = "OME-TIFF (metadata in the header of a TIFF image)"
    media_types: tuple[str, ...] = ("image/tiff",)
    suffixes: tuple[str, ...] = (
        ".ome.tiff", ".ome.tif", ".ome.tf2", ".ome.tf8", ".ome.btf", ".tiff", ".tif", ".tf2", ".tf8", ".btf",
    )  # fmt: skip

    def recognises(self, document: Document) -> bool:
        """Whether the first directory of the TIFF describes itself with OME-XML."""
        try:
            with _opened(document) as file:
                description = find_description(file, source=document.name)
        except (OSError, MalformedDocument):
            return False
        return description is not None and has_ome_root(description)

    def companions(self, path: Path) -> Sequence[Path]:
        """None: each file of a set carries the whole description or names the file that does."""
        return ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The one record of the file.

        Raises:
            MalformedDocument: no TIFF, a broken one, one without OME-XML, or with broken OME-XML.
            EmptyDocument: the description only names the companion file that holds the metadata.
            ForbiddenConstruct: the description declares a document type or entities.
            DocumentTooDeep: the description is nested deeper than OME-XML ever is.
        """
        with _opened(document) as file:
            description = find_description(file, source=document.name)
        if description is None or not has_ome_root(description):
            begins = (description or b"")[:_QUOTED].decode("utf-8", errors="replace")
            raise MalformedDocument(
                f"{document.name} is a TIFF, but not an OME-TIFF: the description of its first image "
                f"{f'begins with {begins!r}' if begins else 'is missing'} and holds no OME element. Export "
                "it as OME-TIFF, "
                "for example with Bio-Formats.",
                source=document.name,
            )
        record = read_record(description, source=document.name, kind=self.name)
        # of a large file only the beginning is handed over: the description tells two of them apart
        key = f"ome-tiff-{hashlib.sha256(description).hexdigest()[:16]}"
        yield replace(record, key=None if record.about else key)


def _opened(document: Document) -> BinaryIO:
    """The file itself when it lies on this machine, else its bytes."""
    if document.path is not None and document.path.is_file():
        return document.path.open("rb")
    return BytesIO(document.content)
