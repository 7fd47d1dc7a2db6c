"""What the graph knows around a record: names, and what was made with an instrument."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from imagegraph.model.rdf import PREFIXES
from imagegraph.operations.surroundings import GraphSurroundings
from imagegraph.ports.exporting import Output
from imagegraph.ports.workers import Query, QueryAnswer

SCOPE = "https://doi.org/10.5072/scope"
TURTLE = f"""
<https://ror.org/00examp37> schema:name "University of Northmere" ; rdfs:label "Northmere, University of" .
<https://ror.org/01examp43> rdfs:label "Imaging Facility"@en, "Bildgebung"@de .
<http://purl.obolibrary.org/obo/NCBITaxon_10090> dwc:scientificName "Mus musculus" ; rdfs:label "mouse" .
<https://doi.org/10.5072/a> a ig:StudyComponent ; ig:acquisition <urn:session> .
<urn:session> ig:instrument <{SCOPE}> .
<https://doi.org/10.5072/b> a ig:StudyComponent .
<urn:image> schema:isPartOf <https://doi.org/10.5072/b> ; prov:wasGeneratedBy <urn:session> .
<https://doi.org/10.5072/c> a ig:Study ; ig:instrument <urn:same> .
<https://doi.org/10.5072/d> a ig:Study ; ig:instrument <urn:other> .
<urn:same> owl:sameAs <{SCOPE}> .
"""


class Runner:
    """Answers on a store in this process."""

    def __init__(self) -> None:
        head = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
        self._store = Store()
        self._store.load(head + TURTLE, format=RdfFormat.TURTLE, to_graph=NamedNode("urn:graph"))
        self.asked = 0

    def run(self, query: Query) -> QueryAnswer:
        """The rows, as the service gives them; prefixes need not be declared."""
        self.asked += 1
        results = self._store.query(query.text, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(results, QuerySolutions)
        body = results.serialize(format=QueryResultsFormat.JSON)
        assert body is not None
        return QueryAnswer(media_type=query.accept or "", body=body)


@pytest.fixture(name="runner")
def _runner() -> Runner:
    return Runner()


def test_names_of_records_go_before_those_of_authorities(runner: Runner) -> None:
    """A record's name, a species' scientific name, else the label of an authority in English; the rest is not there."""
    names = GraphSurroundings(runner).names_of(
        {
            "https://ror.org/00examp37",
            "https://ror.org/01examp43",
            "http://purl.obolibrary.org/obo/NCBITaxon_10090",
            "https://ror.org/02examp49",
        }
    )
    assert names == {
        "https://ror.org/00examp37": "University of Northmere",
        "https://ror.org/01examp43": "Imaging Facility",
        "http://purl.obolibrary.org/obo/NCBITaxon_10090": "Mus musculus",
    }


def test_nothing_is_asked_about_nothing(runner: Runner) -> None:
    """No query runs when there is nothing to name."""
    assert GraphSurroundings(runner).names_of([]) == {}
    assert runner.asked == 0


def test_outputs_of_an_instrument(runner: Runner) -> None:
    """Datasets by their sessions and by their images, studies over an accepted link; in the order of the IRIs."""
    assert GraphSurroundings(runner).outputs_of(SCOPE) == (
        Output(iri="https://doi.org/10.5072/a", type="StudyComponent"),
        Output(iri="https://doi.org/10.5072/b", type="StudyComponent"),
        Output(iri="https://doi.org/10.5072/c", type="Study"),
    )
