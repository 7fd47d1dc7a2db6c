"""Reports as text, JSON, Turtle and JSON-LD."""

from __future__ import annotations

import json

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat
from rdflib import RDF, SH
from rdflib.compare import isomorphic

from imagegraph.adapters.exporters.report import report_as_jsonld, report_as_turtle
from imagegraph.adapters.exporters.report_text import printable, report_as_text
from imagegraph.model.reports import Finding, Report, report_from_dict

IG = rdflib.Namespace("https://w3id.org/imagegraph/")
SHAPE = "https://w3id.org/imagegraph/shape/gide/Person/name"
REPORT = Report(
    (
        Finding(
            severity="violation", message="A person needs exactly one name.", focus="http://localhost/records/a#p1",
            path="http://schema.org/name", shape=SHAPE, profile="gide", source="crate.json",
            component="http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        ),
        Finding(
            severity="warning", message="The licence is not a web address.", focus="https://example.org/study",
            path="http://schema.org/license", value="CC \"BY\"\n4.0", profile="gide", source="crate.json",
        ),
        Finding(severity="info", message="Column 3 has no heading."),
    ),
    profiles=("core", "gide"),
)  # fmt: skip


def _graph(text: bytes, format: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format=format)


@pytest.mark.parametrize("format", [RdfFormat.TURTLE, RdfFormat.JSON_LD], ids=str)
def test_the_report_is_a_shacl_report(format: RdfFormat) -> None:
    """Every finding is a sh:ValidationResult with what is known about it."""
    text = report_as_turtle(REPORT) if format is RdfFormat.TURTLE else report_as_jsonld(REPORT)
    graph = _graph(
        pyoxigraph.serialize(pyoxigraph.parse(text, format=format), format=RdfFormat.N_QUADS), "nt"
    )
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == rdflib.Literal(False)
    results = list(graph.objects(report, SH.result))
    assert len(results) == 3
    (broken,) = graph.subjects(SH.resultSeverity, SH.Violation)
    assert graph.value(broken, SH.focusNode) == rdflib.URIRef("http://localhost/records/a#p1")
    assert graph.value(broken, SH.resultPath) == rdflib.URIRef("http://schema.org/name")
    assert graph.value(broken, SH.sourceShape) == rdflib.URIRef(SHAPE)
    assert graph.value(broken, SH.sourceConstraintComponent) == SH.MinCountConstraintComponent
    (warned,) = graph.subjects(SH.resultSeverity, SH.Warning)
    assert graph.value(warned, SH.value) == rdflib.Literal('CC "BY"\n4.0')
    assert str(graph.value(warned, SH.resultMessage)) == "The licence is not a web address."


def test_conforming_is_told_in_both_senses() -> None:
    """SHACL calls a report with a warning non-conforming; we still accept the record."""
    graph = _graph(report_as_turtle(Report(REPORT.findings[1:])), "turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == rdflib.Literal(False)
    assert graph.value(report, IG.accepted) == rdflib.Literal(True)
    empty = _graph(report_as_turtle(Report()), "turtle")
    assert empty.value(predicate=SH.conforms, object=rdflib.Literal(True)) is not None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("^<https://example.org/a>", "[ sh:inversePath :a ]"),
        ("<https://example.org/a> / <https://example.org/b>", "( :a :b )"),
        ("<https://example.org/a> | (<https://example.org/b> / <https://example.org/c>*)",
         "[ sh:alternativePath ( :a ( :b [ sh:zeroOrMorePath :c ] ) ) ]"),
        ("(^<https://example.org/a>)+ / <https://example.org/b>?",
         "( [ sh:oneOrMorePath [ sh:inversePath :a ] ] [ sh:zeroOrOnePath :b ] )"),
    ],
)  # fmt: skip
def test_paths_are_written_as_shacl_writes_them(path: str, expected: str) -> None:
    """A SPARQL property path becomes the nodes of a SHACL path."""
    report = Report((Finding(severity="info", message="x", path=path),))
    graph = _graph(report_as_turtle(report), "turtle")
    (node,) = graph.objects(None, SH.resultPath)
    below = rdflib.Graph()
    waiting = [node]
    while waiting:
        subject = waiting.pop()
        for statement in graph.triples((subject, None, None)):
            below.add(statement)
            waiting.append(statement[2])
    below.add((rdflib.URIRef("https://example.org/x"), SH.path, node))
    wanted = f"@prefix : <https://example.org/> . @prefix sh: <{SH}> . :x sh:path {expected} ."
    assert isomorphic(below, _graph(wanted.encode(), "turtle"))


@pytest.mark.parametrize("path", ["not a path", "<https://example.org/a> / (", "<https://example.org/a> ;"])
def test_what_is_no_path_stays_text(path: str) -> None:
    """A path that cannot be read does not break the report."""
    graph = _graph(report_as_turtle(Report((Finding(severity="info", message="x", path=path),))), "turtle")
    assert list(graph.objects(None, SH.resultPath)) == [rdflib.Literal(path)]


def test_the_same_report_is_the_same_bytes() -> None:
    """Nothing in a rendering depends on chance or time."""
    for render in (report_as_turtle, report_as_jsonld):
        assert render(REPORT) == render(report_from_dict(json.loads(json.dumps(REPORT.as_dict()))))


def test_turtle_and_json_ld_say_the_same() -> None:
    """Both renderings hold the same statements."""
    canonical = []
    for text, format in [
        (report_as_turtle(REPORT), RdfFormat.TURTLE),
        (report_as_jsonld(REPORT), RdfFormat.JSON_LD),
    ]:
        dataset = pyoxigraph.Dataset(pyoxigraph.parse(text, format=format))
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        canonical.append(dataset)
    assert canonical[0] == canonical[1]


def test_text_is_for_people() -> None:
    """Counts first, then each rule once with its message and the nodes that break it."""
    many = [
        Finding(severity="warning", message="No size.", focus=f"https://example.org/{n}") for n in range(7)
    ]
    text = report_as_text(Report((*REPORT.findings, *many), profiles=("core", "gide")))
    assert text.startswith("does not conform to core, gide: 1 violation, 8 warnings, 1 note\n")
    assert (
        "VIOLATION · gide · name · crate.json\n  A person needs exactly one name.\n  at http://localhost/"
        in text
    )
    assert text.count("No size.") == 1
    assert "  and 2 more\n" in text
    assert report_as_text(Report()) == "conforms to core: nothing to say\n"


def test_text_cannot_steer_a_terminal() -> None:
    """Escape sequences and direction overrides of a document are shown, not obeyed."""
    evil = Finding(
        severity="info", message="\x1b[2J", focus="\u202egnp.exe", value="a\x07b", source="\x9b31m"
    )
    text = report_as_text(Report((evil,)))
    assert not {"\x1b", "\u202e", "\x07", "\x9b"} & set(text)
    assert printable("Zürich µm") == "Zürich µm"
