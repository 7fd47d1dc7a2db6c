"""The W3C test suite of SHACL over HTTP: data and shapes are sent, a `sh:ValidationReport` comes back.

https://w3c.github.io/data-shapes/data-shapes-test-suite/
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlparse

import httpx2
import pyoxigraph
import pytest
from live_service import running
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from imagegraph.adapters.shacl.graphs import to_rdflib

pytestmark = pytest.mark.corpus
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
SUITE = ("conformance", "data-shapes", "data-shapes-test-suite", "tests")
#: bugs of the engine
KNOWN = {
    "core": {"uniqueLang-002"},  # "1"^^xsd:boolean is taken for true in sh:uniqueLang
    "sparql": {"shapesGraph-001"},  # $shapesGraph is optional in SHACL, and not there
}
TESTS = {"core": 98, "sparql": 23}

Said = set[tuple[str, str, str, str]]


@pytest.fixture(name="service", scope="module")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    with running(tmp_path_factory.mktemp("shacl"), intake_seconds="60") as client:
        yield client


def read(file: Path) -> tuple[bytes, Graph]:
    """The statements of a file with its address as base: to be sent, and to be looked at."""
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # literals that are wrong on purpose
    quads = list(
        pyoxigraph.parse(
            file.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE, base_iri=file.resolve().as_uri()
        )
    )
    content = pyoxigraph.serialize((q.triple for q in quads), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert content is not None
    return content, as_graph(quads)


def as_graph(quads: Iterable[pyoxigraph.Quad]) -> Graph:
    """Statements letter by letter: rdflib's own parsers would rewrite literals."""
    graph = Graph()
    for quad in quads:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def said(graph: Graph, report: Node | None) -> Said:
    """What a report says: severity, node, value and component of every result.

    Blank nodes are all alike; literals are compared with their datatype and language.
    """

    def shown(node: Node | None) -> str:
        return "_" if isinstance(node, BNode) else node.n3() if isinstance(node, Literal) else str(node)

    return {
        tuple(  # type: ignore[misc]
            shown(graph.value(result, predicate))
            for predicate in (SH.resultSeverity, SH.focusNode, SH.value, SH.sourceConstraintComponent)
        )
        for result in graph.objects(report, SH.result)
    }


def outcome(service: httpx2.Client, *, data: bytes, shapes: bytes) -> Said | str:
    """What the service says about data and shapes; `failure` when it refuses the shapes."""
    files = {
        "data": ("data.nt", data, "application/n-triples"),
        "shapes": ("shapes.nt", shapes, "application/n-triples"),
    }
    response = service.post("/validate", files=files, headers={"Accept": "text/turtle"})
    if response.status_code in (400, 422):
        assert response.headers["content-type"] == "application/problem+json"
        return "failure"
    assert response.status_code == 200, response.text
    graph = as_graph(pyoxigraph.parse(response.content, format=pyoxigraph.RdfFormat.TURTLE))
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    found = said(graph, report)
    assert str(graph.value(report, SH.conforms)) == ("false" if found else "true")
    return found


@pytest.mark.parametrize("part", ["core", "sparql"])
def test_the_suite_passes(service: httpx2.Client, corpus: Path, part: str) -> None:
    """Nodes, values, severities and components of all results are the expected ones, but for known bugs."""
    failed, count = set(), 0
    for file in sorted(corpus.joinpath(*SUITE, part).rglob("*.ttl")):
        content, graph = read(file)
        for test in graph.subjects(RDF.type, SHT.Validate):
            count += 1
            action, expected = graph.value(test, MF.action), graph.value(test, MF.result)
            parts = {}
            for name, predicate in (("data", SHT.dataGraph), ("shapes", SHT.shapesGraph)):
                path = Path(unquote(urlparse(str(graph.value(action, predicate))).path))
                parts[name] = content if path == file.resolve() else read(path)[0]
            wanted = "failure" if isinstance(expected, URIRef) else said(graph, expected)
            if outcome(service, **parts) != wanted:
                failed.add(file.stem)
    assert count == TESTS[part]
    assert failed == KNOWN[part]
