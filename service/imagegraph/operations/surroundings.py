"""What stands around a record in the graph: names of what it mentions, and what was made with an instrument."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from imagegraph.model.rdf import NamedNode
from imagegraph.ports.exporting import Output
from imagegraph.ports.workers import Query, QueryRunner

#: things whose names are looked for, and outputs that are told, for one record
_MOST = 1_000
_ROWS = "application/sparql-results+json"
_NAMES = """SELECT ?thing (COALESCE(MIN(STR(?own)), MIN(STR(?species)), MIN(STR(?label))) AS ?name) WHERE {
  VALUES ?thing { {things} }
  OPTIONAL { ?thing schema:name ?own }
  OPTIONAL { ?thing dwc:scientificName ?species }
  OPTIONAL { ?thing rdfs:label ?label FILTER(LANG(?label) IN ("", "en")) }
} GROUP BY ?thing"""
_OUTPUTS = """SELECT DISTINCT ?output ?class WHERE {
  VALUES ?class { ig:Study ig:StudyComponent }
  {things} (owl:sameAs|^owl:sameAs)* ?device .
  ?output ig:instrument|(ig:acquisition/ig:instrument)|(^schema:isPartOf/prov:wasGeneratedBy/ig:instrument) ?device .
  ?output a ?class .
} ORDER BY ?output LIMIT {most}"""


class GraphSurroundings:
    """Implements `ports.exporting.Surroundings` by asking the graph.

    Args:
        runner: answers queries.
    """

    def __init__(self, runner: QueryRunner) -> None:
        self._runner = runner

    def names_of(self, iris: Collection[str]) -> Mapping[str, str]:
        """The names of those that have one: what records call them, else what authorities do.

        Raises:
            QueryRefusal: no worker became free, or the graph took too long.
        """
        wanted = sorted(iris)[:_MOST]
        if not wanted:
            return {}
        text = _NAMES.replace("{things}", " ".join(str(NamedNode(iri)) for iri in wanted))
        return {row["thing"]: row["name"] for row in self._asked(text) if "name" in row}

    def outputs_of(self, instrument: str) -> Sequence[Output]:
        """Studies and their components whose images the instrument took, in the order of the IRIs.

        Nodes that were accepted as the same instrument count.

        Raises:
            QueryRefusal: no worker became free, or the graph took too long.
        """
        text = _OUTPUTS.replace("{things}", str(NamedNode(instrument))).replace("{most}", str(_MOST))
        return tuple(
            Output(iri=row["output"], type=row["class"].rpartition("/")[2]) for row in self._asked(text)
        )

    def _asked(self, text: str) -> list[dict[str, str]]:
        answer = self._runner.run(Query(text=text, accept=_ROWS))
        rows = json.loads(answer.body)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in rows]
