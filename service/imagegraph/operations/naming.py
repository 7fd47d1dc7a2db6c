"""The IRIs that this service mints."""

from __future__ import annotations


def record_iri(base: str, id: str) -> str:
    """The IRI of a record, which is also the name of its graph."""
    return f"{base}records/{id}"


def terms_graph(base: str, name: str) -> str:
    """The name of a graph of shared ontology terms."""
    return f"{base}terms/{name}"
