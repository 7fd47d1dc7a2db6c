"""The W3C tests of the SPARQL 1.1 Protocol, against the whole application.

Each test is a list of HTTP requests with what is expected of the answers
(https://www.w3.org/2009/sparql/docs/tests/). Updates that the protocol would carry out are refused here by
design; for these the test asserts the refusal, and that nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

#: would change the graph; refused with 403
UPDATES = {
    "update_dataset_default_graph", "update_dataset_default_graphs", "update_dataset_named_graphs",
    "update_dataset_full", "update_post_form", "update_post_direct", "update_base_uri",
}  # fmt: skip
TESTS = 34
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
    media_type = response.headers["content-type"].partition(";")[0]
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


def test_updates_are_refused(manifest: dict[str, list[Exchange]], application: FastAPI) -> None:
    """Every update is answered with 403, and changes nothing."""
    client = TestClient(application)
    before = count(client)
    for name in sorted(UPDATES):
        update = manifest[name][0]
        response = client.request(update.method, update.path, headers=update.headers, content=update.body)
        assert (response.status_code, name) == (403, name)
    assert count(client) == before
