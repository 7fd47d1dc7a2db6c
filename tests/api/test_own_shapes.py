"""POST /validate with data and shapes in one form."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pyoxigraph
import pytest
import rdflib
from problem_documents import assert_problem
from rdflib import RDF, SH, XSD
from starlette.testclient import TestClient

from imagegraph.adapters.shacl.graphs import to_rdflib
from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:SlideShape a sh:NodeShape ; sh:targetClass ex:Slide ; sh:property [
  sh:path ex:label ; sh:minCount 1 ; sh:message "A slide has a label." ] """
GOOD = '<http://example.org/1> a <http://example.org/Slide> ; <http://example.org/label> "A1" .'
BAD = "[] a <http://example.org/Slide> ."
SECONDS = 4.0
IG = rdflib.Namespace("https://w3id.org/imagegraph/")


@pytest.fixture(name="services", scope="module")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(
        data=tmp_path_factory.mktemp("own-shapes"), base="http://testserver/", query_workers=1,
        intake_workers=1, intake_seconds=SECONDS,
    )  # fmt: skip
    with open_services(settings) as services:
        services.warm()
        yield services


@pytest.fixture(name="client", scope="module")
def _client(services: Services) -> TestClient:
    return TestClient(create_app(services), raise_server_exceptions=False)


def form(data: str, shapes: str, *, media_type: str = "text/turtle") -> dict[str, tuple[str, str, str]]:
    """The two files of a form."""
    return {"data": ("data.ttl", data, media_type), "shapes": ("shapes.ttl", shapes, media_type)}


@pytest.mark.parametrize("media_type", ["text/turtle", "application/octet-stream"])
def test_a_document_is_judged_by_the_shapes_that_came_with_it(client: TestClient, media_type: str) -> None:
    """What follows the shapes conforms; what does not is told in their own words."""
    good = client.post("/validate", files=form(GOOD, SHAPES + ".", media_type=media_type)).json()
    assert (good["conforms"], good["results"]) == (True, [])
    bad = client.post("/validate", files=form(BAD, SHAPES + ".", media_type=media_type)).json()
    assert bad["conforms"] is False
    assert [one["message"] for one in bad["results"]] == ["A slide has a label."]
    assert bad["results"][0]["focus"].startswith("_:")


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "text/plain", "text/html"])
def test_the_report_comes_in_every_format(client: TestClient, accept: str) -> None:
    """The answer is a `sh:ValidationReport`, a text or a page, as it is for packaged shapes."""
    response = client.post("/validate", files=form(BAD, SHAPES + "."), headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(accept)
    assert "A slide has a label." in response.text


def test_relative_names_are_the_same_in_both(client: TestClient) -> None:
    """Shapes can name a node of the document by the reference that the document uses."""
    shapes = "@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:NodeShape ; sh:targetNode <#n> ; sh:class <#C> ."
    found = client.post("/validate", files=form("<#n> <#p> 1 .", shapes)).json()["results"]
    assert [one["focus"] for one in found] == ["http://testserver/validate#n"]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT $this FROM <file:///etc/hostname> WHERE { $this ?p ?o }", "FROM"),
        (r"SELECT $this FR\u004fM <file:///etc/hostname> WHERE { $this ?p ?o }", "FROM"),
        ("SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }", "SERVICE"),
        ("SELECT $this WHERE { FILTER(1<2)SERVICE#>\n<http://127.0.0.1:9/> {} }", "SERVICE"),
    ],
)
def test_queries_that_would_read_elsewhere_are_refused(client: TestClient, query: str, word: str) -> None:
    """A SPARQL constraint sees the document alone: no file, no other server."""
    escaped = query.replace("\\u", "\\\\u").replace("\n", "\\n")
    response = client.post("/validate", files=form(GOOD, f'{SHAPES} ; sh:sparql [ sh:select "{escaped}" ] .'))
    problem = assert_problem(response, 422, "forbidden-construct")
    assert word in problem["detail"]


def test_imports_and_scripts_are_inert(client: TestClient) -> None:
    """Nothing is fetched for `owl:imports` and `sh:js`; the rest of the shapes is applied."""
    shapes = (
        "<http://example.org/shapes> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/more> .\n"
        + SHAPES
        + ' ; sh:js [ sh:jsFunctionName "f" ; sh:jsLibrary [ sh:jsLibraryURL "http://127.0.0.1:9/f.js" ] ] .'
    )
    found = client.post("/validate", files=form(BAD, shapes)).json()["results"]
    assert [one["message"] for one in found] == ["A slide has a label."]


def test_a_pattern_that_never_ends_is_stopped(client: TestClient) -> None:
    """The worker is killed at the deadline, the answer is a problem, and the next document is judged."""
    shapes = SHAPES + ' ; sh:property [ sh:path ex:label ; sh:pattern "^(a+)+$" ] .'
    started = time.monotonic()
    response = client.post("/validate", files=form(GOOD.replace("A1", "a" * 40 + "!"), shapes))
    problem = assert_problem(response, response.status_code, "document-too-slow")
    assert 400 <= problem["status"] < 500
    assert time.monotonic() - started < SECONDS + 1.5
    assert client.post("/validate", files=form(GOOD, SHAPES + ".")).json()["conforms"] is True


@pytest.mark.parametrize(
    "shapes",
    [
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:NodeShape ; sh:targetNode <#n> ; sh:minCount <#x> .",
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:PropertyShape ; sh:targetNode <#n> ; sh:path _:b . _:b sh:inversePath _:b .",
        '@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:NodeShape ; sh:targetNode <#n> ; sh:pattern "(" .',
        '@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:NodeShape ; sh:targetNode <#n> ; sh:sparql [ sh:select "SELECT" ] .',
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:NodeShape ; sh:targetNode <#n> ; sh:and _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <#s> .",
    ],
)
def test_shapes_that_are_wrong_are_refused(client: TestClient, shapes: str) -> None:
    """Shapes can be wrong in every way; each is a problem of the request."""
    response = client.post("/validate", files=form("<#n> <#p> 1 .", shapes))
    assert 400 <= response.status_code < 500
    assert_problem(response, response.status_code, response.json()["type"].rpartition("/")[2])


@pytest.mark.parametrize(
    ("files", "slug"),
    [
        ({"data": ("d.ttl", GOOD, "text/turtle")}, "bad-parameter"),
        ({**form(GOOD, SHAPES + "."), "other": ("o", "", "text/plain")}, "bad-parameter"),
        (form(GOOD, ""), "empty-document"),
        (form("", SHAPES + "."), "empty-document"),
        (form(GOOD, "<a> <b"), "malformed-document"),
    ],
)
def test_forms_that_are_incomplete_are_refused(
    client: TestClient, files: dict[str, tuple], slug: str
) -> None:
    """The answer says what is missing."""
    assert_problem(client.post("/validate", files=files), 400, slug)


def test_a_form_without_an_end_is_refused(client: TestClient) -> None:
    """A body that was cut off, and a form that does not say what stands between its parts."""
    for content_type in ("multipart/form-data", "multipart/form-data; boundary=x"):
        response = client.post("/validate", content=b"--x\r\n", headers={"Content-Type": content_type})
        assert_problem(response, 400, "malformed-document")


def test_only_administrators_bring_shapes(services: Services) -> None:
    """A token that may write may still not send shapes."""
    secret, token = services.tokens.create("helper", scope="write", expires=None)
    headers = {"Authorization": f"Bearer {secret}"}
    elsewhere = TestClient(create_app(services), client=("203.0.113.7", 50_000), headers=headers)
    try:
        assert_problem(elsewhere.post("/validate", files=form(GOOD, SHAPES + ".")), 403, "forbidden")
        sent = elsewhere.post("/validate", content=GOOD, headers={"Content-Type": "text/turtle"})
        assert sent.status_code == 200
    finally:
        services.tokens.revoke(token.id)


LITERALS = """@prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:1 a ex:Slide ; ex:of "7", 7, 7.0, "sieben"@de, "http://example.org/x", ex:x, <mailto:a@example.org> ."""
NOTHING_FITS = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
ex:SlideShape a sh:NodeShape ; sh:targetClass ex:Slide ; sh:property [ sh:path ex:of ; sh:in ( ex:nothing ) ] ."""


def turtle(client: TestClient, data: str, shapes: str) -> rdflib.Graph:
    """The report as statements, letter by letter."""
    answer = client.post("/validate", files=form(data, shapes), headers={"Accept": "text/turtle"})
    assert answer.status_code == 200, answer.text
    graph = rdflib.Graph()
    for quad in pyoxigraph.parse(answer.content, format=pyoxigraph.RdfFormat.TURTLE):
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def test_values_keep_their_datatypes_and_languages(client: TestClient) -> None:
    """Each of several literals that look alike is a result of its own, and the report has the very terms of the data."""
    values = {term.n3() for term in turtle(client, LITERALS, NOTHING_FITS).objects(None, SH.value)}
    assert values == {
        '"7"', f'"7"^^<{XSD.integer}>', f'"7.0"^^<{XSD.decimal}>', '"sieben"@de', '"http://example.org/x"',
        "<http://example.org/x>", "<mailto:a@example.org>",
    }  # fmt: skip
    results = client.post("/validate", files=form(LITERALS, NOTHING_FITS)).json()["results"]
    told = {(one["value"], one.get("value_datatype"), one.get("value_language")) for one in results}
    assert len(results) == len(told) == 7
    assert ("7", str(XSD.integer), None) in told
    assert ("sieben", str(RDF.langString), "de") in told
    assert ("http://example.org/x", str(XSD.string), None) in told
    assert ("http://example.org/x", None, None) in told


def test_a_literal_that_is_judged_keeps_its_datatype(client: TestClient) -> None:
    """Shapes may be about literals themselves; the node that was judged is the very one."""
    shapes = (
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"
        "ex:S a sh:NodeShape ; sh:targetObjectsOf ex:of ; sh:nodeKind sh:IRI ."
    )
    judged = {term.n3() for term in turtle(client, LITERALS, shapes).objects(None, SH.focusNode)}
    assert judged == {
        '"7"', f'"7"^^<{XSD.integer}>', f'"7.0"^^<{XSD.decimal}>', '"sieben"@de', '"http://example.org/x"',
    }  # fmt: skip


@pytest.mark.parametrize(
    ("severity", "told", "iri", "accepted"),
    [
        ("sh:Violation", "violation", None, "false"),
        ("sh:Warning", "warning", None, "true"),
        ("sh:Info", "info", None, "true"),
        ("ex:Regrettable", "warning", "http://example.org/Regrettable", "true"),
    ],
)
def test_any_severity_is_told_as_it_is(
    client: TestClient, severity: str, told: str, iri: str | None, accepted: str
) -> None:
    """SHACL takes any IRI for a severity, and calls data conforming only when there is no result at all."""
    shapes = f"{SHAPES} ; sh:property [ sh:path ex:label ; sh:minCount 1 ; sh:severity {severity} ] ."
    shapes = shapes.replace('sh:message "A slide has a label."', "sh:deactivated true")
    found = client.post("/validate", files=form(BAD, shapes)).json()
    assert found["conforms"] is False
    assert [(one["severity"], one.get("severity_iri")) for one in found["results"]] == [(told, iri)]
    graph = turtle(client, BAD, shapes)
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    expected = rdflib.URIRef(iri) if iri else SH[severity.partition(":")[2]]
    assert list(graph.objects(None, SH.resultSeverity)) == [expected]
    assert str(graph.value(report, SH.conforms)) == "false"
    assert str(graph.value(report, IG.accepted)) == accepted
    page = client.post("/validate", files=form(BAD, shapes), headers={"Accept": "text/html"}).text
    assert "Does not conform to the shapes." in page
    assert iri is None or iri in page


def test_without_results_it_conforms(client: TestClient) -> None:
    """In every format."""
    assert client.post("/validate", files=form(GOOD, SHAPES + ".")).json()["conforms"] is True
    graph = turtle(client, GOOD, SHAPES + ".")
    assert {str(truth) for truth in graph.objects(None, SH.conforms)} == {"true"}
    page = client.post("/validate", files=form(GOOD, SHAPES + "."), headers={"Accept": "text/html"}).text
    assert "Conforms to the shapes." in page
