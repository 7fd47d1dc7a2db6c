"""Which of our records use a term, and in which properties."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.model.rdf import Literal, NamedNode
from imagegraph.model.records import RecordSummary
from imagegraph.model.sparql import bind
from imagegraph.operations.naming import record_iri
from imagegraph.operations.services import Services
from imagegraph.ports.graph import GraphStore
from imagegraph.ports.workers import Query

#: records above which one term is not used more than another
_ENOUGH = 100
_ROWS = "application/sparql-results+json"
_RECORDS = """
SELECT DISTINCT ?record WHERE {
  VALUES ?term { UNDEF }
  VALUES ?records { UNDEF }
  GRAPH ?record { ?thing ?property ?term }
  FILTER(STRSTARTS(STR(?record), ?records))
}
"""
_PAGE = f"""
SELECT ?record ?property WHERE {{
  {{ {_RECORDS} ORDER BY ?record OFFSET %d LIMIT %d }}
  VALUES ?term {{ UNDEF }}
  GRAPH ?record {{ ?subject ?property ?term }}
}}
GROUP BY ?record ?property
ORDER BY ?record ?property
"""
_TOTAL = f"SELECT (COUNT(*) AS ?total) WHERE {{ {{ {_RECORDS} }} }}"


@dataclass(frozen=True)
class Usage:
    """A record that uses a term.

    Attributes:
        properties: IRIs of the properties that have the term as a value, in the order of the IRIs.
    """

    record: RecordSummary
    properties: tuple[str, ...]


@dataclass(frozen=True)
class UsagePage:
    """Records that use a term in the order of their IRIs, and how many there are in all."""

    usages: tuple[Usage, ...]
    total: int


def usage_of(services: Services, iri: str, *, offset: int, limit: int) -> UsagePage:
    """The records that have a term as a value anywhere.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    if not is_usable(iri):
        return UsagePage((), 0)
    total = int(_asked(services, _TOTAL, iri)[0]["total"])
    properties: dict[str, list[str]] = {}
    if offset < total:
        for row in _asked(services, _PAGE % (offset, limit), iri):
            properties.setdefault(row["record"], []).append(row["property"])
    found = ((services.journal.find(record), names) for record, names in properties.items())
    usages = tuple(Usage(record, tuple(names)) for record, names in found if record is not None)
    return UsagePage(usages, total)


def records_mentioning(services: Services, iri: str, *, most: int) -> list[RecordSummary]:
    """Some of the records that have a term as a value, without asking a worker; for a glance."""
    if not is_usable(iri):
        return []
    graphs = services.graph.mentions(iri, below=record_iri(services.settings.base, ""), limit=most)
    found = (services.journal.find(graph) for graph in sorted(graphs))
    return [record for record in found if record is not None and not record.deleted]


def is_usable(iri: str) -> bool:
    """Whether a statement can hold the IRI; releases name terms in ways that no record can."""
    try:
        NamedNode(iri)
    except ValueError:
        return False
    return True


def usage_counts(graph: GraphStore, *, base: str) -> Callable[[Sequence[str]], Mapping[str, int]]:
    """Counts the records that have each of some terms as a value, up to a hundred."""
    records = record_iri(base, "")

    def counted(iris: Sequence[str]) -> Mapping[str, int]:
        return {iri: len(graph.mentions(iri, below=records, limit=_ENOUGH)) for iri in iris if is_usable(iri)}

    return counted


def _asked(services: Services, text: str, iri: str) -> list[dict[str, str]]:
    base = record_iri(services.settings.base, "")
    filled, _ = bind(text, {"term": NamedNode(iri), "records": Literal(base)})
    answer = services.query_runner.run(Query(text=filled, accept=_ROWS))
    rows = json.loads(answer.body)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]
