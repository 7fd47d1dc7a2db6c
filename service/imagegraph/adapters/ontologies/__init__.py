"""Readers of ontology files: one module per kind of file, chosen by content."""

from __future__ import annotations

from imagegraph.ports.terms import OntologyReader


def all_readers() -> tuple[OntologyReader, ...]:
    """Every reader, the more specific before the more general; their modules are loaded only now."""
    from imagegraph.adapters.ontologies.functional import functional_readers
    from imagegraph.adapters.ontologies.obo import OboReader
    from imagegraph.adapters.ontologies.rdf import rdf_readers

    return (OboReader(), *functional_readers(), *rdf_readers())
