"""The IRIs that this service mints."""

from __future__ import annotations

from urllib.parse import quote


def record_iri(base: str, id: str) -> str:
    """The IRI of a record, which is also the name of its graph."""
    return f"{base}records/{id}"


def terms_graph(base: str, name: str) -> str:
    """The name of a graph of shared ontology terms."""
    return f"{base}terms/{name}"


def resolved_graph(base: str, *, scheme: str, value: str) -> str:
    """The name of the graph that holds what an authority says about an identifier."""
    return f"{base}resolved/{scheme}/{quote(value, safe='')}"


def agent_iri(base: str, name: str) -> str:
    """What the provenance of records calls somebody who accepted something."""
    return f"{base}agents/{quote(name, safe='')}"
