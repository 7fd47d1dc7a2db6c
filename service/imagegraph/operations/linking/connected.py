"""Everything that is connected to one identifier: what its authority says, and the records and studies it joins."""

from __future__ import annotations

import json
from dataclasses import dataclass

from imagegraph import resources
from imagegraph.errors import NotFound
from imagegraph.model.identifiers import Identifier, identify
from imagegraph.model.rdf import Literal, NamedNode, Term, Triple, from_ntriples
from imagegraph.model.records import RecordSummary
from imagegraph.model.resolutions import Resolution
from imagegraph.model.sparql import bind
from imagegraph.operations.naming import record_iri, resolved_graph
from imagegraph.operations.services import Services
from imagegraph.operations.terms.usage import UsagePage, usage_of
from imagegraph.ports.workers import Query

_ROWS = "application/sparql-results+json"


@dataclass(frozen=True)
class JoinedStudy:
    """A study in which the thing plays a part."""

    iri: str
    name: str
    record: str | None


@dataclass(frozen=True, kw_only=True)
class Connected:
    """What is connected to an identifier.

    Attributes:
        resolution: what is known about it; None when nobody was asked yet.
        described: the record that is about it; None when there is none.
        usage: one page of the records that have it as a value.
        studies: those that it joins.
        statements: what the authority says, as RDF.
    """

    identifier: Identifier
    resolution: Resolution | None
    described: RecordSummary | None
    usage: UsagePage
    studies: tuple[JoinedStudy, ...]
    statements: tuple[Triple, ...]


def get_identifier(value: str, *, scheme: str) -> Identifier:
    """The identifier with a value in a scheme.

    Raises:
        NotFound: it is none; the message says why.
    """
    found = identify(value, scheme=scheme)
    if found.state != "valid":
        raise NotFound(
            f"{value[:200]!r} is no identifier of the scheme {scheme[:40]!r}: {found.problem or 'its form is unknown'}.",
            value=value[:200],
        )
    return found


def connected(services: Services, identifier: Identifier, *, offset: int = 0, limit: int = 50) -> Connected:
    """What is connected to a valid identifier.

    Args:
        offset, limit: which page of the records that have it as a value.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    about = services.journal.find(identifier.iri)
    name = resolved_graph(services.settings.base, scheme=identifier.scheme, value=identifier.value)
    return Connected(
        identifier=identifier,
        resolution=services.linking.known.known(identifier),
        described=about if about is not None and not about.deleted else None,
        usage=usage_of(services, identifier.iri, below=False, offset=offset, limit=limit),
        studies=_studies(services, identifier.iri),
        statements=tuple(from_ntriples(services.graph.statements(name))),
    )


def _studies(services: Services, iri: str) -> tuple[JoinedStudy, ...]:
    text = resources.text("queries", "linking", "studies-joined.rq")
    places: dict[str, Term] = {
        "thing": NamedNode(iri),
        "records": Literal(record_iri(services.settings.base, "")),
    }
    filled, _ = bind(text, places)
    answer = services.query_runner.run(Query(text=filled, accept=_ROWS))
    rows = json.loads(answer.body)["results"]["bindings"]
    return tuple(
        _joined(services, row["study"]["value"], row.get("name", {}).get("value", "")) for row in rows
    )


def _joined(services: Services, iri: str, name: str) -> JoinedStudy:
    record = services.journal.find(iri)
    return JoinedStudy(iri, name or iri, record.id if record is not None and not record.deleted else None)
