"""What the tests of the RO-Crate importer share: building crates and looking into records."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from pyoxigraph import CanonicalizationAlgorithm, Dataset

from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.model.rdf import BlankNode, NamedNode, Quad, Triple
from imagegraph.model.records import Document, ImportedRecord

DATA = Path(__file__).parents[2] / "data" / "rocrate"
STUDY = NamedNode("https://images.example.org/study/heart-7/")
CRATE_1_2 = "https://w3id.org/ro/crate/1.2/context"


def document(content: bytes | str, *, name: str = "crate.json") -> Document:
    """A document as it is handed in."""
    return Document(name=name, content=content.encode() if isinstance(content, str) else content)


def crate(*entities: Any, context: Any = CRATE_1_2, root: str = "./", **members: Any) -> Document:
    """A crate with a metadata descriptor and these entities."""
    descriptor = {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": root}}
    return document(json.dumps({"@context": context, "@graph": [descriptor, *entities], **members}))


def root(**members: Any) -> dict[str, Any]:
    """A root data entity `./` with more members."""
    return {"@id": "./", "@type": "Dataset", "name": "A study", **members}


def read(given: Document) -> ImportedRecord:
    """The one record of a crate."""
    (record,) = RoCrateImporter().read(given)
    return record


def from_file(name: str) -> ImportedRecord:
    """The record of one of our own crates."""
    return read(document((DATA / name).read_bytes(), name=name))


def objects(record: ImportedRecord, subject: NamedNode | BlankNode, predicate: NamedNode) -> list[Any]:
    """What a record says about a node with one property."""
    return [t.object for t in record.triples if t.subject == subject and t.predicate == predicate]


def canonical(triples: list[Triple]) -> Dataset:
    """Statements so that blank nodes compare."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def zipped(members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> Document:
    """An archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return document(stream.getvalue(), name="crate.zip")
