"""What the name of a graph means: a graph is a record, whatever it is called (see `graph_store`)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from imagegraph.errors import BadParameter
from imagegraph.model.rdf import NamedNode
from imagegraph.model.records import VALID_ID, slug_of
from imagegraph.operations.naming import record_iri

_LONGEST_NAME = 2_000


@dataclass(frozen=True)
class GraphName:
    """A name that a graph has or could have.

    Attributes:
        iri: the name.
        id: id of the record whose graph it is; None when no record has this name.
    """

    iri: str
    id: str | None


def graph_name(iri: str, *, base: str) -> GraphName:
    """What a name means.

    Raises:
        BadParameter: it is no absolute IRI, or no record can have it.
    """
    try:
        NamedNode(iri)
    except ValueError as error:
        raise BadParameter(
            f"{iri[:200]!r} is no absolute IRI: {error}.", parameter="graph", value=iri
        ) from None
    if len(iri) > _LONGEST_NAME:
        raise BadParameter(
            f"The name of a graph has at most {_LONGEST_NAME:,} characters.", parameter="graph"
        )
    records = record_iri(base, "")
    if iri.startswith(records):
        id = iri.removeprefix(records)
        if not VALID_ID.fullmatch(id):
            raise BadParameter(f"No record can be called <{iri}>.", parameter="graph", value=iri)
        return GraphName(iri, id)
    if iri.startswith((f"{base}terms/", f"{base}resolved/")):
        return GraphName(iri, None)
    return GraphName(iri, f"{slug_of(iri)}-{hashlib.sha256(iri.encode()).hexdigest()[:16]}")
