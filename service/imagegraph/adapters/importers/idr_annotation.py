"""The annotation tables of a study: where they lie, and the records they become."""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from imagegraph.adapters.importers.idr_files import terms
from imagegraph.adapters.importers.idr_graph import RecordGraph
from imagegraph.adapters.importers.idr_image import GroupRecord
from imagegraph.adapters.importers.idr_record import STUDY_IRI
from imagegraph.adapters.importers.idr_study import Section, StudyFile, accession_in
from imagegraph.adapters.importers.idr_table import Group, Table, read_table
from imagegraph.adapters.importers.idr_text import Notes, decoded
from imagegraph.adapters.importers.limits import MAX_UNPACKED
from imagegraph.errors import DocumentTooLarge, ImagegraphError, MalformedDocument
from imagegraph.model.rdf import DWCIRI, SCHEMA, NamedNode
from imagegraph.model.records import Document, ImportedRecord

_TABLE = re.compile(
    r"(idr-?\d{4,6})[-_ ](?:(screen|experiment)[-_ ]?)?([a-z]{1,2})[-_ ]"
    r"(?:.*[-_ ])?(annotations?|assays?|library)\.(?:csv|tsv|txt)(?:\.gz)?",
    re.IGNORECASE,
)

#: how many folders below the study file annotation tables are looked for
_DEPTH = 4


@dataclass(frozen=True)
class _Origin:
    """Where a table comes from.

    Attributes:
        source: name of the file, spelled like the name of the study file.
        study: the study it belongs to.
        component: name of the screen or experiment.
        section: what the study file says of that; None when it does not describe it.
    """

    source: str
    study: StudyFile
    component: str
    section: Section | None

    def key(self, group: Group) -> str:
        """The identity of a plate or dataset: accession, component and name."""
        accession = self.study.accession or Path(self.source).parent.name
        return "/".join((accession, self.component.rsplit("/", 1)[-1], group.name))


def find_tables(folder: Path, accession: str) -> Iterator[Path]:
    """Annotation tables of a study below a folder, in order; links are not followed.

    A study that was not curated yet has only the tables of its submitter, which are then read instead.
    """
    found: dict[bool, list[Path]] = {True: [], False: []}
    for place, folders, files in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = [] if depth >= _DEPTH else sorted(name for name in folders if not name.startswith("."))
        for name in files:
            match = _TABLE.fullmatch(name)
            path = Path(place) / name
            if match and accession_in(match[1]) == accession and path.is_file() and not path.is_symlink():
                found[match[4].lower().startswith("annotation")].append(path)
    yield from sorted(found[True] or filter(_holds_rows, found[False]))


def _holds_rows(path: Path) -> bool:
    """Whether a table names any image; the template does not."""
    try:
        text = decoded(_unpacked(path, source=path.name), source=path.name, notes=Notes())
        read_table(text, source=path.name, notes=Notes())
    except ImagegraphError:
        return False
    return True


def table_records(
    path: Path, study: StudyFile, *, document: Document, keys: set[str]
) -> Iterator[ImportedRecord]:
    """One record for each plate or dataset of a table, made one after the other.

    Args:
        path: the table.
        study: the study file beside it.
        document: that file as it was handed in.
        keys: the identities that earlier tables took; those of this table are added.

    Raises:
        EmptyDocument: a table without rows.
        MalformedDocument: NUL characters, or no usable header.
    """
    below = path.relative_to(document.path.parent) if document.path is not None else path
    source = str(Path(document.name).parent / below)
    notes = Notes()
    text = decoded(_unpacked(path, source=source), source=source, notes=notes)
    table = read_table(text, source=source, notes=notes)
    origin = _Origin(source, study, *_component(path, study))
    if origin.section is None:
        notes.add(0, f"The study file describes no component “{origin.component}” for {path.name}.")
    for group in table.groups:
        key = origin.key(group)
        key = f"{key}/{path.name}" if key in keys else key
        keys.add(key)
        yield _group_record(group, table, origin, notes=notes, key=key)
        notes = Notes()


def _unpacked(path: Path, *, source: str) -> bytes:
    """The bytes of a table, which may be packed."""
    if path.suffix.lower() != ".gz":
        return path.read_bytes()
    try:
        with gzip.open(path) as file:
            content = file.read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise MalformedDocument(f"{source} is a damaged gzip file: {error}.", source=source) from None
    if len(content) > MAX_UNPACKED:
        raise DocumentTooLarge(f"{source} unpacks to more than {MAX_UNPACKED:,} bytes.", source=source)
    return content


def _component(path: Path, study: StudyFile) -> tuple[str, Section | None]:
    """The name of the component that a table belongs to, and what the study file says of it."""
    match = _TABLE.fullmatch(path.name)
    label = f"{(match[2] or '').lower()}{match[3].upper()}" if match else path.stem
    for section in study.components:
        name = next((cell.text for cell in section.cells("component name")), "")
        letter = chr(64 + section.position) if section.position <= 26 else str(section.position)
        tail = name.rsplit("/", 1)[-1] or f"{section.kind}{letter}"
        if tail.lower().endswith(label.lower()):
            return name or label, section
    return label, None


def _group_record(group: Group, table: Table, origin: _Origin, *, notes: Notes, key: str) -> ImportedRecord:
    """The record of one plate or dataset, with the imaging methods of its screen or experiment."""
    study = origin.study
    graph = RecordGraph(source=origin.source, declared=study.declared)
    graph.report(notes)
    record = GroupRecord(
        graph, table, study=NamedNode(STUDY_IRI.format(study.accession)) if study.accession else None
    )
    name = group.name or origin.component
    label = "dataset" if table.by_dataset else "plate"
    description = f"Images of {label} {name} in {origin.component} of {study.accession or 'this study'}."
    record.add(group, name=name, description=description, counted=table.by_dataset)
    for method in terms(graph, origin.section, "component imaging method") if origin.section else ():
        graph.add(record.root, DWCIRI.measurementMethod, method)
    graph.add(record.root, SCHEMA.additionalProperty, graph.property_value("Component", origin.component))
    return ImportedRecord(
        triples=graph.triples,
        source=origin.source,
        kind="idr-annotation",
        key=key,
        lasting_key=True,
        findings=tuple(graph.findings),
    )
