"""Asking the graph for everything that things are compared by."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import normalize

from imagegraph import resources
from imagegraph.errors import ResultTooLarge
from imagegraph.model.rdf import IG, SCHEMA, NamedNode, Term
from imagegraph.model.sparql import bind
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.things import Kind
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query

_ROWS = "application/sparql-results+json"
#: an answer is cut in at most so many pieces, by the first four digits of an MD5
_PIECES = 16**4
#: rows that surely fit in one answer
_EASY = 50_000
_LONGEST_TEXT = 500

CLASSES: Mapping[Kind, NamedNode] = {
    "person": SCHEMA.Person,
    "organisation": SCHEMA.Organization,
    "instrument": IG.Instrument,
    "antibody": IG.Antibody,
}
Row = Mapping[str, str]


def asked(
    services: Services, name: str, *, expected: int = 0, places: Mapping[str, Term] | None = None
) -> Iterator[Row]:
    """The rows of a question of `queries/reconciliation`, however many there are, in no order.

    An answer beyond the limits of rows and bytes is asked for in two halves.

    Args:
        expected: about so many rows, to begin with as many pieces as they need.
        places: what to put in its `VALUES ?name { UNDEF }` places.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    text, _ = bind(resources.text("queries", "reconciliation", f"{name}.rq"), places or {})
    cuts = min(_PIECES, 1 + expected // min(_EASY, services.settings.query_rows))
    edges = [_PIECES * cut // cuts for cut in range(cuts + 1)]
    pieces = list(pairwise(edges))
    while pieces:
        start, end = pieces.pop()
        piece = text.replace("{from}", f"{start:04x}").replace("{to}", f"{end:04x}" if end < _PIECES else "g")
        try:
            answer = services.query_runner.run(Query(text=piece, accept=_ROWS))
        except ResultTooLarge:
            if end - start < 2:
                raise
            middle = (start + end) // 2
            pieces += [(middle, end), (start, middle)]
            continue
        for row in json.loads(answer.body)["results"]["bindings"]:
            yield {name: cell["value"] for name, cell in row.items()}


@dataclass(frozen=True)
class Said:
    """What graphs say about the things of one class.

    Attributes:
        values: thing -> local name of a property -> texts and IRIs, in their order.
        records: thing -> the records in which it stands.
    """

    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    records: Mapping[str, frozenset[str]]

    def texts(
        self, thing: str, *properties: str, names: Mapping[str, tuple[str, ...]] | None = None
    ) -> tuple[str, ...]:
        """Values of some properties without repetitions; those that are things by their names.

        Args:
            names: thing -> what it is called; None to keep IRIs as they are.
        """
        own = self.values.get(thing, {})
        found = [value for name in properties for value in own.get(name, ())]
        if names is not None:
            found = [text for value in found for text in names.get(value, (value,))]
        return tuple(dict.fromkeys(_shown(text) for text in found if text.strip()))


def _shown(text: str) -> str:
    """A value in one line; a text that fills pages is no name, and is cut."""
    line = " ".join(normalize("NFC", text).split())
    return line if len(line) <= _LONGEST_TEXT or "://" in line else f"{line[:_LONGEST_TEXT]}…"


@dataclass
class _Collected:
    values: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    records: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def said_about(services: Services, kind: Kind) -> Said:
    """Everything about the things of a kind that stand in a record.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    below = record_iri(services.settings.base, "")
    places = {"class": CLASSES[kind]}
    found = _Collected()
    decisions = {
        row["graph"] for row in asked(services, "decisions")
    }  # they name things, and say nothing new
    for row in asked(services, "occurrences", places=places):
        if row["graph"].startswith(below) and row["graph"] not in decisions:
            found.records[row["thing"]].add(row["graph"])
    for row in asked(services, "things", expected=2 * len(found.records), places=places):
        if row["thing"] in found.records:
            properties = found.values.setdefault(row["thing"], {})
            properties.setdefault(local_name(row["property"]), set()).add(row["value"])
    return Said(
        {
            thing: {name: tuple(sorted(values)) for name, values in properties.items()}
            for thing, properties in found.values.items()
        },
        {thing: frozenset(records) for thing, records in found.records.items()},
    )


def names_of_others(services: Services) -> dict[str, tuple[str, ...]]:
    """What the organisations, targets and hosts are called that things point at.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    found: dict[str, list[str]] = {}
    for row in asked(services, "names"):
        found.setdefault(row["thing"], []).append(row["name"])
    return {thing: tuple(sorted(names)) for thing, names in found.items()}


def local_name(iri: str) -> str:
    """The last part of the IRI of a property."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
