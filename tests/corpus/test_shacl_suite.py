"""The W3C test suite of SHACL Core against the compiled shapes.

https://w3c.github.io/data-shapes/data-shapes-test-suite/
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlparse

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat
from rdflib import RDF, SH
from rdflib.term import Node

from imagegraph.adapters.shacl.engine import CompiledShapes
from imagegraph.adapters.shacl.graphs import DataGraph, to_rdflib
from imagegraph.model.rdf import Triple

pytestmark = pytest.mark.corpus
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = rdflib.Namespace("http://www.w3.org/ns/shacl-test#")
SUITE = ("conformance", "data-shapes", "data-shapes-test-suite", "tests", "core")
#: bugs of pySHACL; the test fails when one is repaired
KNOWN = {"uniqueLang-002": pytest.mark.xfail(reason='"1"^^xsd:boolean is taken for true in sh:uniqueLang')}
SEVERITIES = {"Violation": "violation", "Warning": "warning", "Info": "info"}


def _files() -> list[object]:
    folder = Path(os.environ.get("IMAGEGRAPH_CORPUS", "nowhere")).joinpath(*SUITE)
    return [
        pytest.param(file, marks=KNOWN.get(file.stem, ()))
        for file in sorted(folder.rglob("*.ttl"))
        if file.name != "manifest.ttl"
    ]


def _triples(file: Path) -> list[Triple]:
    base = file.resolve().as_uri()
    return [
        quad.triple for quad in pyoxigraph.parse(file.read_bytes(), format=RdfFormat.TURTLE, base_iri=base)
    ]


def _graph(triples: list[Triple]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple in triples:
        graph.add((to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)))
    return graph


@pytest.mark.parametrize("file", _files(), ids=lambda file: file.stem)
def test_compiled_shapes_pass_the_core_suite(file: Path) -> None:
    """Nodes, values, severities and components of all results are the expected ones."""
    triples = _triples(file)
    graph = _graph(triples)
    tests = list(graph.subjects(RDF.type, SHT.Validate))
    if not tests:
        pytest.skip("holds data or shapes of another test")
    for test in tests:
        action = graph.value(test, MF.action)

        def of(predicate: Node, action: Node | None = action) -> list[Triple]:
            iri = str(graph.value(action, predicate))
            path = Path(unquote(urlparse(iri).path))
            return triples if path == file.resolve() else _triples(path)

        shapes = CompiledShapes(iter(_graph(of(SHT.shapesGraph))), profile="test")
        found, _ = shapes.judge(DataGraph(of(SHT.dataGraph)))
        report = graph.value(test, MF.result)
        expected = {
            (
                SEVERITIES.get(str(graph.value(result, SH.resultSeverity)).rpartition("#")[2], "warning"),
                str(graph.value(result, SH.focusNode)),
                str(graph.value(result, SH.value)),
                str(graph.value(result, SH.sourceConstraintComponent)),
            )
            for result in graph.objects(report, SH.result)
        }
        assert {(f.severity, f.focus, str(f.value), f.component) for f in found} == expected
