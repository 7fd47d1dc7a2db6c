"""The W3C tests of the SPARQL 1.1 Protocol, against the whole application.

Each test is a list of HTTP requests with what is expected of the answers
(https://www.w3.org/2009/sparql/docs/tests/). All 34 are run, by somebody at the machine, who is an admin.

One thing is changed in the tests of updates: the names of graphs. A graph is a record here, and within SPARQL it
has the name of the record (`docs/decisions/0012-a-graph-is-a-record.md`), so a test that updates a graph of another
name does not find it by that name again. The names become those of records wherever they stand; the same renaming
is applied to the request, to its dataset, and to what is asked afterwards. No test is refused by policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.settings import Settings

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
DATA = "http://kasei.us/2009/09/sparql/data/"

#: change graphs, whose names become those of records
UPDATES = {
    "update_dataset_default_graph", "update_dataset_default_graphs", "update_dataset_named_graphs",
    "update_dataset_full", "update_post_form", "update_post_direct", "update_base_uri",
}  # fmt: skip
GRAPHS = (
    *(f"{DATA}data{number}.rdf" for number in (1, 2, 3)),
    *(f"http://example.org/protocol-{name}-test/" for name in (
        "update-dataset", "update-dataset-graphs", "update-dataset-named-graphs", "update-dataset-full", "base",
    )),
)  # fmt: skip
TESTS = 34
_STUDY = "<http://example.org/s> a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> 'S' ."
MEDIA_TYPES = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
    "RDF": {"text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"},
}

pytestmark = pytest.mark.corpus


@dataclass(frozen=True)
class Exchange:
    """One request and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None


@pytest.fixture(name="manifest", scope="module")
def _manifest(corpus: Path) -> dict[str, list[Exchange]]:
    path = corpus / "conformance" / "sparql11" / "protocol" / "manifest.ttl"
    graph = Graph().parse(
        data=path.read_text("utf-8"), format="turtle", publicID="http://example.org/manifest"
    )
    tests = {}
    for test in graph.subjects(RDF.type, MF.ProtocolTest):
        connection = graph.value(test, MF.action)
        requests = graph.value(connection, HT.requests)
        assert isinstance(requests, URIRef | BNode)
        tests[str(test).rpartition("#")[2]] = [_exchange(graph, one) for one in Collection(graph, requests)]
    return tests


def _exchange(graph: Graph, request: Any) -> Exchange:
    body, answer = graph.value(request, HT.body), graph.value(request, HT.resp)
    encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8") if body else "UTF-8"
    listed = graph.value(request, HT.headers)
    headers = {
        str(graph.value(one, HT.fieldName)): str(graph.value(one, HT.fieldValue))
        for one in (Collection(graph, listed) if listed is not None else ())  # type: ignore[arg-type]
    }
    boolean = graph.value(answer, MF.expectedBoolean)
    expected = graph.value(answer, MF.expectedFormat)
    return Exchange(
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1),
        headers=headers,
        body=str(graph.value(body, CNT.chars)).encode(encoding) if body else None,
        statuses=frozenset(str(s)[-3] for s in graph.objects(answer, MF.expectedStatus)),
        boolean=bool(boolean.toPython()) if isinstance(boolean, Literal) else None,
        format=str(expected) if expected is not None else None,
    )


@pytest.fixture(name="application", scope="module")
def _application(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    settings = Settings(data=tmp_path_factory.mktemp("protocol"), query_workers=1)
    with open_services(settings) as services:
        for number in (1, 2, 3):
            content = (corpus / "conformance" / "sparql11" / "protocol" / f"data{number}.nt").read_bytes()
            services.linking.graph.replace(f"{DATA}data{number}.rdf", content, new=True)
        yield create_app(services)


def count(client: TestClient) -> str:
    """The number of statements in the graph."""
    return client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).text


def check(client: TestClient, exchange: Exchange) -> None:
    """Send a request and compare the answer."""
    response = client.request(exchange.method, exchange.path, headers=exchange.headers, content=exchange.body)
    assert str(response.status_code)[0] in exchange.statuses, response.text
    media_type = response.headers.get("content-type", "").partition(";")[0]
    if exchange.boolean is not None:
        assert response.json()["boolean"] is exchange.boolean
    if exchange.format is not None:
        assert media_type in MEDIA_TYPES[exchange.format]
    if response.status_code >= 400:
        assert media_type == "application/problem+json"


def test_the_suite_is_whole(manifest: dict[str, list[Exchange]]) -> None:
    """All 34 tests are read, and every update among them is known."""
    assert len(manifest) == TESTS
    assert set(manifest) >= UPDATES


def test_queries_are_answered_as_the_protocol_says(
    manifest: dict[str, list[Exchange]], application: FastAPI
) -> None:
    """Every test of a query, and every one of a wrong request, passes."""
    client = TestClient(application)
    failed = {}
    for name in sorted(set(manifest) - UPDATES):
        for exchange in manifest[name]:
            try:
                check(client, exchange)
            except AssertionError as error:
                failed[name] = str(error)
    assert failed == {}


def renamed(exchange: Exchange) -> Exchange:
    """The same with names of records for the graphs."""
    path, body = exchange.path, exchange.body or b""
    for graph in GRAPHS:
        record = f"http://localhost:8000/records/{graph.rstrip('/').rpartition('/')[2].removesuffix('.rdf')}"
        path = path.replace(quote(graph, safe=""), quote(record, safe=""))
        body = body.replace(graph.encode(), record.encode())
    return replace(exchange, path=path, body=body)


@pytest.mark.parametrize("name", sorted(UPDATES))
def test_updates_are_carried_out(manifest: dict[str, list[Exchange]], tmp_path: Path, name: str) -> None:
    """Every test of an update passes: the update, and the question that follows it."""
    settings = Settings(data=tmp_path / "data", query_workers=1, intake_workers=1)
    with open_services(settings) as services:
        client = TestClient(create_app(services))
        client.put("/records/there-before", content=_STUDY, headers={"Content-Type": "text/turtle"})
        for exchange in manifest[name]:
            check(client, renamed(exchange))
        was_cleared = name != "update_base_uri"
        assert (client.get("/records/there-before").status_code == 410) is was_cleared
        assert services.journal.head > 1


def test_wrong_updates_change_nothing(manifest: dict[str, list[Exchange]], tmp_path: Path) -> None:
    """Every test of an update that is no update leaves the graph as it was, though an admin sent it."""
    wrong = sorted(name for name in manifest if name.startswith("bad_") and "update" in name)
    with open_services(Settings(data=tmp_path / "data", query_workers=1, intake_workers=1)) as services:
        client = TestClient(create_app(services))
        client.put("/records/there-before", content=_STUDY, headers={"Content-Type": "text/turtle"})
        before = count(client)
        for name in wrong:
            for exchange in manifest[name]:
                check(client, exchange)
        assert count(client) == before
        assert services.journal.head == 1
    assert len(wrong) == 7
