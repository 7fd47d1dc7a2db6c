"""The real study crates of three archives against our shapes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import SH

from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.adapters.shacl.validator import PyshaclValidator
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import NamedNode, RdfFormat
from imagegraph.model.records import Document, PreparedRecord
from imagegraph.operations.prepare import judge, prepare

pytestmark = pytest.mark.corpus
BASE = "http://localhost:8000/"
LOCAL = f"{BASE}records/"


@pytest.fixture(scope="module", name="crates")
def _crates(corpus: Path) -> list[Document]:
    """The crates as documents."""
    files = sorted((corpus / "gide" / "crates").glob("*.json"))
    assert len(files) > 200
    return [Document(name=file.name, content=file.read_bytes(), path=file) for file in files]


def _tail(iri: str) -> str:
    """A node's IRI, without the record's name for local nodes."""
    for base in ("http://record.invalid/", LOCAL):
        if iri.startswith(base):
            return "#" + iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]
    return iri


def test_the_gide_profile_finds_the_violations_of_the_published_shapes(
    corpus: Path, crates: list[Document]
) -> None:
    """Every violation (document, node, property) is one that pySHACL finds by the profile's own file."""
    importer, validator = RoCrateImporter(), PyshaclValidator()
    published = rdflib.Graph().parse(corpus / "gide" / "gide_profile_shacl_shape.ttl")
    expected, found = set(), set()
    for document in crates:
        statements = pyoxigraph.serialize(importer.own_triples(document), format=RdfFormat.N_TRIPLES)
        data = rdflib.Graph().parse(data=statements, format="nt")
        _, report, _ = pyshacl.validate(data, shacl_graph=published)
        assert isinstance(report, rdflib.Graph)
        expected |= {
            (document.name, _tail(str(report.value(r, SH.focusNode))), str(report.value(r, SH.resultPath)))
            for r in report.subjects(SH.resultSeverity, SH.Violation)
        }
        ours = judge(document, importer=importer, validator=validator, base=BASE, profiles=["gide"])
        found |= {
            (str(f.source), _tail(str(f.focus)), str(f.path))
            for f in ours.findings
            if f.severity == "violation"
        }
    assert found == expected
    assert expected


def test_the_model_refuses_no_real_crate(crates: list[Document]) -> None:
    """Every crate becomes a study that conforms to core, and a second reading gives the same bytes."""
    importer, validator = RoCrateImporter(), PyshaclValidator()
    refused = []
    ids = set()
    for document in crates:
        twice = [
            list(prepare(document, importer=importer, validator=validator, base=BASE, profiles=()))
            for _ in range(2)
        ]
        (record,), (again,) = twice
        assert isinstance(record, PreparedRecord), record
        assert isinstance(again, PreparedRecord)
        assert (record.type, record.digest) == ("Study", again.digest)
        ids.add(record.id)
        refused += [
            (document.name, f.focus, f.path, f.value)
            for f in record.report.findings
            if f.severity == "violation"
        ]
    assert refused == []
    assert len(ids) == len(crates)


def test_no_identifier_of_a_real_crate_is_refused(crates: list[Document]) -> None:
    """Every IRI of the crates is usable, and no ORCID or ROR id fails its checksum."""
    iris = {
        term.value
        for document in crates
        for triple in RoCrateImporter().own_triples(document)
        for term in (triple.subject, triple.object)
        if isinstance(term, NamedNode) and not term.value.startswith("http://record.invalid/")
    }
    problems = {iri: normalise_iri(iri) for iri in iris if normalise_iri(iri).problem}
    assert {iri for iri, found in problems.items() if found.kind in {"none", "orcid", "ror"}} == set()
