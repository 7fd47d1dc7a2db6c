"""Which of our records use a term, and in which properties."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF
from imagegraph.model.rdf import Literal, NamedNode, Term
from imagegraph.model.records import RecordSummary
from imagegraph.model.sparql import bind
from imagegraph.operations.naming import record_iri, terms_graph
from imagegraph.operations.services import Services
from imagegraph.operations.terms.used import USED
from imagegraph.ports.graph import GraphReader
from imagegraph.ports.workers import Query

#: records above which one term is not used more than another
_ENOUGH = 100
_ROWS = "application/sparql-results+json"
#: what stands for `{used}`: the term itself, or a term below it by the closure in the graph of the terms used
_ITSELF = "VALUES ?used { UNDEF }"
_BELOW = f"""VALUES ?term {{ UNDEF }} VALUES ?terms {{ UNDEF }}
  GRAPH ?terms {{ ?used <{SUB_CLASS_OF}>|<{PART_OF}> ?term }}"""
_RECORDS = """SELECT DISTINCT ?record WHERE {
  VALUES ?records { UNDEF }
  {used}
  GRAPH ?record { ?thing ?property ?used }
  FILTER(STRSTARTS(STR(?record), ?records))
}"""
_PAGE = """SELECT DISTINCT ?record ?property ?used WHERE {
  { {records} ORDER BY ?record OFFSET {offset} LIMIT {limit} }
  {used}
  GRAPH ?record { ?subject ?property ?used }
}
ORDER BY ?record ?property ?used"""
_TOTAL = "SELECT (COUNT(*) AS ?total) WHERE { {records} }"


@dataclass(frozen=True)
class Use:
    """A property that has a term as a value."""

    property: str
    term: str


@dataclass(frozen=True)
class Usage:
    """A record that uses a term.

    Attributes:
        uses: the properties with their values, in the order of the IRIs.
    """

    record: RecordSummary
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class UsagePage:
    """Records that use a term in the order of their IRIs, and how many there are in all."""

    usages: tuple[Usage, ...]
    total: int


def usage_of(services: Services, iri: str, *, below: bool, offset: int, limit: int) -> UsagePage:
    """The records that have a term as a value anywhere.

    Args:
        below: or a term below it, by subClassOf or part_of.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    if not is_usable(iri):
        return UsagePage((), 0)
    used = _BELOW if below else _ITSELF
    records = _RECORDS.replace("{used}", used)
    total = int(_asked(services, _TOTAL.replace("{records}", records), iri)[0]["total"])
    found: dict[str, list[Use]] = {}
    if offset < total:
        page = _PAGE.replace("{records}", records).replace("{used}", used)
        page = page.replace("{offset}", str(offset)).replace("{limit}", str(limit))
        for row in _asked(services, page, iri):
            found.setdefault(row["record"], []).append(Use(row["property"], row["used"]))
    known = ((services.journal.find(record), uses) for record, uses in found.items())
    return UsagePage(tuple(Usage(record, tuple(uses)) for record, uses in known if record is not None), total)


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


def usage_counts(graph: GraphReader, *, base: str) -> Callable[[Sequence[str]], Mapping[str, int]]:
    """Counts the records that have each of some terms as a value, up to a hundred."""
    records = record_iri(base, "")

    def counted(iris: Sequence[str]) -> Mapping[str, int]:
        return {iri: len(graph.mentions(iri, below=records, limit=_ENOUGH)) for iri in iris if is_usable(iri)}

    return counted


def _asked(services: Services, text: str, iri: str) -> list[dict[str, str]]:
    base = services.settings.base
    places: dict[str, Term] = {"term": NamedNode(iri), "used": NamedNode(iri), "terms": NamedNode(terms_graph(base, USED)),
              "records": Literal(record_iri(base, ""))}  # fmt: skip
    filled, _ = bind(text, places)
    answer = services.query_runner.run(Query(text=filled, accept=_ROWS))
    rows = json.loads(answer.body)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]
