"""Importer of IDR study files with the annotation tables that lie beside them.

The Image Data Resource keeps a study as `idrNNNN-study.txt` and, for each screen or experiment, a table
`idrNNNN-screenA-annotation.csv` with one row per image (https://idr.openmicroscopy.org/about/submission.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from imagegraph.adapters.importers.idr_annotation import find_tables, table_records
from imagegraph.adapters.importers.idr_parsing import parsed
from imagegraph.adapters.importers.idr_record import study_record
from imagegraph.adapters.importers.idr_study import accession_in, canonical_key
from imagegraph.adapters.importers.idr_table import column_names, is_header
from imagegraph.adapters.importers.idr_text import Notes, decoded, delimiter_of, rows
from imagegraph.errors import ImagegraphError, MalformedDocument, Refusal
from imagegraph.model.records import Document, ImportedRecord

_SUBMITTED = re.compile(r"[-_ ](?:assays?|library)\.", re.IGNORECASE)
#: how much of a document is looked at to recognise it, bytes
_HEAD = 200_000

_PLAIN_KEYS = frozenset(
    [
        "study title", "study organism", "study screens number", "study experiments number", "study license",
        "study copyright", "study data doi", "component number", "component name", "component imaging method",
        "study public release date", "study organism term accession",
    ]
)  # fmt: skip


class IdrStudyImporter:
    """Reads an IDR study file and the annotation tables below its folder."""

    name = "idr-study"
    title = "IDR study file with annotation tables"
    media_types: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ("-annotation.csv", "-study.txt")

    def recognises(self, document: Document) -> bool:
        """Whether it is a study file, or an annotation table that belongs to one."""
        head = _head(document)
        return _is_study(head) or _is_table(head)

    def companions(self, path: Path) -> Sequence[Path]:
        """The annotation tables of the study, below the folder of its study file."""
        if path.suffix.lower() not in {".txt", ".tsv"}:
            return ()
        head = _head(Document(name=path.name, path=path))
        if not _is_study(head):
            return ()
        accession = _accession_stated(head) or accession_in(path.name)
        return tuple(find_tables(path.parent, accession)) if accession else ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The study, then one record for each plate or dataset of each annotation table.

        Raises:
            EmptyDocument: nothing but blanks, or a table without rows.
            MalformedDocument: NUL characters, no study key, no usable header; or an annotation table
                that was handed in without its study file.
        """
        content = document.content
        if not content and document.path is not None:
            content = document.path.read_bytes()
        if _is_table(content[:_HEAD]):
            raise _alone(document.name)
        notes = Notes()
        text = decoded(content, source=document.name, notes=notes)
        study = parsed(text, source=document.name, notes=notes)
        yield study_record(study, source=document.name, notes=notes)
        refused: list[ImagegraphError] = []
        keys: set[str] = set()
        for path in self.companions(document.path) if document.path is not None else ():
            try:
                yield from table_records(path, study, document=document, keys=keys)
            except Refusal as error:
                refused.append(error)
        if refused:
            first = refused[0]
            others = [error.detail for error in refused[1:]]
            raise type(first)(first.detail, **first.extra, **({"others": others} if others else {}))


def _head(document: Document) -> bytes:
    """The beginning of a document; empty when it cannot be read."""
    if document.content or document.path is None:
        return document.content[:_HEAD]
    try:
        with document.path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def _first_lines(head: bytes) -> str:
    """The beginning as text, empty when it is none."""
    try:
        return decoded(head[: len(head) // 2 * 2], source="", notes=Notes())
    except ImagegraphError:
        return ""


def _is_study(head: bytes) -> bool:
    """Whether the keys are those of an IDR study file and not of a related format such as ISA-Tab."""
    found = set()
    for line in _first_lines(head).split("\n"):
        if not line.startswith("#") and len(line.partition("\t")[0]) < 80:
            found.add(canonical_key(line.partition("\t")[0].strip('" '))[0])
    if "investigation" in found or "ontology source reference" in found:
        return False
    return "idr study accession" in found or len(found & _PLAIN_KEYS) >= 3


def _is_table(head: bytes) -> bool:
    """Whether the first line is the header of an annotation table."""
    text = _first_lines(head)
    first = next((line for line in text.split("\n") if line.strip()), "")
    if not re.search(r"characteri\w+ ?\[|term source|channels|gene identifier", first, re.IGNORECASE):
        return False
    cells = next(rows(first, delimiter=delimiter_of(first), notes=Notes()), (1, []))[1]
    return is_header(column_names(cells))


def _accession_stated(content: bytes) -> str | None:
    """The accession that a study file states."""
    for line in _first_lines(content).split("\n"):
        key, _, value = line.partition("\t")
        if canonical_key(key)[0] == "idr study accession":
            return accession_in(value)
    return None


def _alone(name: str) -> MalformedDocument:
    """The refusal of a table that came without its study, or that the study does not need."""
    accession = accession_in(Path(name).name) or "idrNNNN"
    file = f"{accession}-study.txt"
    if _SUBMITTED.search(Path(name).name):
        detail = (
            f"{name} is a table as the submitter of an IDR study wrote it. What it says is read from the "
            f"annotation tables that curators made of it, or from it when there are none beside “{file}”."
        )
    elif "processed" in Path(name).name.lower():
        detail = (
            f"{name} is a table of results of an IDR study. Results are not metadata of images and were not "
            f"stored; the study file “{file}” describes their columns."
        )
    else:
        detail = (
            f"{name} is an IDR annotation table. It is read together with its study file “{file}”: hand in "
            "that file, or the folder that holds both."
        )
    return MalformedDocument(detail, source=name, study=file)
