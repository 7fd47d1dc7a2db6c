"""The example study and the shared terms in a store, each record in a graph of its own."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from imagegraph import resources
from imagegraph.errors import ImagegraphError
from imagegraph.model.rdf import from_ntriples
from imagegraph.model.records import Document
from imagegraph.operations.examples import study_documents
from imagegraph.operations.prepare import prepare

BASE = "http://localhost:8000/"


@pytest.fixture(scope="session", name="example_store")
def _example_store() -> Store:
    """A store filled by the importer, the normaliser and the validator that the service uses."""
    from imagegraph.adapters.importers.native import NativeImporter
    from imagegraph.adapters.shacl.validator import PyshaclValidator

    importer, validator = NativeImporter(), PyshaclValidator()
    store = Store()
    for file in study_documents():
        document = Document(name=file.name, content=file.read_bytes(), path=file)
        record = f"{BASE}records/{file.stem}"
        for prepared in prepare(
            document, importer=importer, validator=validator, base=BASE, profiles=["rembi"], record=record
        ):
            if isinstance(prepared, ImagegraphError):
                raise prepared
            assert prepared.report.conforms, [finding.as_dict() for finding in prepared.report.findings]
            store.extend(
                Quad(triple.subject, triple.predicate, triple.object, NamedNode(record))
                for triple in from_ntriples(prepared.ntriples)
            )
    hierarchy = resources.path("ontologies", "terms", "imaging-method-hierarchy.ttl")
    store.load(path=str(hierarchy), format=RdfFormat.TURTLE, to_graph=NamedNode(f"{BASE}terms/fbbi"))
    return store
