"""The example study, the shared terms and answers of authorities in a store, each record in a graph of its own."""

from __future__ import annotations

import pytest
from authority_graphs import authority_quads
from pyoxigraph import NamedNode, Quad, Store
from used_terms_graph import statements_about

from imagegraph.errors import ImagegraphError
from imagegraph.model.rdf import from_ntriples
from imagegraph.model.records import Document
from imagegraph.operations.examples import study_documents
from imagegraph.operations.naming import terms_graph
from imagegraph.operations.prepare import prepare
from imagegraph.operations.terms.uses import mentioned_terms

BASE = "http://localhost:8000/"


@pytest.fixture(scope="session", name="example_store")
def _example_store() -> Store:
    """A store filled by the importer, the normaliser and the validator that the service uses."""
    from imagegraph.adapters.importers.native import NativeImporter
    from imagegraph.adapters.shacl.validator import PyshaclValidator

    importer, validator = NativeImporter(), PyshaclValidator()
    store = Store()
    used: set[str] = set()
    for file in study_documents():
        document = Document(name=file.name, content=file.read_bytes(), path=file)
        record = f"{BASE}records/{file.stem}"
        for prepared in prepare(
            document, importer=importer, validator=validator, base=BASE, profiles=["rembi"], record=record
        ):
            if isinstance(prepared, ImagegraphError):
                raise prepared
            used |= mentioned_terms(prepared.ntriples)
            assert prepared.report.conforms, [finding.as_dict() for finding in prepared.report.findings]
            store.extend(
                Quad(triple.subject, triple.predicate, triple.object, NamedNode(record))
                for triple in from_ntriples(prepared.ntriples)
            )
    graph = NamedNode(terms_graph(BASE, "used"))
    store.extend(Quad(t.subject, t.predicate, t.object, graph) for t in statements_about(used))
    store.extend(authority_quads())
    return store
