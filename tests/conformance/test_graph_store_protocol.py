"""The W3C tests of the SPARQL 1.1 Graph Store HTTP Protocol, against a running service.

Each test is a list of HTTP requests with what is expected of the answers
(https://w3c.github.io/rdf-tests/sparql/sparql11/graph-store-protocol/). The default graph is what all records say
together and is not written by itself; for the one test that writes it, the refusal is asserted.
"""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from live_service import running
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.compare import isomorphic

pytestmark = pytest.mark.corpus
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
STATUSES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
#: writes the default graph; refused with 403
REFUSED = {"put_get_default"}
#: those of the two manifests, and one that is described in a manifest but not listed
TESTS = 14
GRAPHS = ("person/1.ttl", "person/2.ttl", "person/4.ttl", "person/%31.ttl")


@dataclass(frozen=True)
class Exchange:
    """One request and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: str | None
    statuses: frozenset[int]
    location: str | None
    expected_headers: dict[str, str] = field(default_factory=dict)
    expected_body: str | None = None


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(name="service", scope="module")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    with running(tmp_path_factory.mktemp("graphs")) as client:
        yield client


@pytest.fixture(name="manifest", scope="module")
def _manifest(corpus: Path) -> dict[str, list[Exchange]]:
    graph = Graph()
    for name in ("manifest-direct.ttl", "manifest-indirect.ttl"):
        file = corpus / "conformance" / "sparql11" / "graph-store-protocol" / name
        graph.parse(data=file.read_text("utf-8"), format="turtle", publicID="http://example.org/manifest")
    tests = {}
    for test in graph.subjects(RDF.type, MF.GraphStoreProtocolTest):
        requests: Any = graph.value(graph.value(test, MF.action), HT.requests)
        tests[str(test).rpartition("#")[2]] = [_exchange(graph, one) for one in Collection(graph, requests)]
    return tests


def _exchange(graph: Graph, request: Any) -> Exchange:
    answer = graph.value(request, HT.resp)
    location = graph.value(answer, MF.expectedLocation)
    return Exchange(
        method=str(graph.value(request, HT.methodName)),
        path=_here(str(graph.value(request, HT.absolutePath))),
        headers=_headers(graph, request),
        body=_content(graph, request),
        statuses=frozenset(
            STATUSES[str(s).rpartition("#")[2]] for s in graph.objects(answer, MF.expectedStatus)
        ),
        location=None if location is None else str(location),
        expected_headers=_headers(graph, answer),
        expected_body=_content(graph, answer),
    )


def _here(path: str) -> str:
    """Where a path of the manifest is in this service."""
    tail = path.removeprefix("/gsp")
    return f"/rdf-graphs{tail}" if tail.startswith("/") else f"/rdf-graphs/service{tail}"


def _headers(graph: Graph, message: Any) -> dict[str, str]:
    listed: Any = graph.value(message, HT.headers)
    return {
        str(graph.value(one, HT.fieldName)): str(graph.value(one, HT.fieldValue))
        for one in (Collection(graph, listed) if listed is not None else ())
    }


def _content(graph: Graph, message: Any) -> str | None:
    body = graph.value(message, HT.body)
    return None if body is None else str(graph.value(body, CNT.chars))


def send(service: httpx2.Client, exchange: Exchange, *, path: str) -> Answer:
    """Send a request with its path letter by letter."""
    connection = http.client.HTTPConnection(service.base_url.host, service.base_url.port or 80, timeout=60)
    body = None if exchange.body is None else exchange.body.encode()
    connection.request(exchange.method, path, body=body, headers=exchange.headers)
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, headers, response.read())
    connection.close()
    return answer


def check(exchange: Exchange, answer: Answer) -> None:
    """Compare an answer with what is expected of it."""
    assert answer.status in exchange.statuses, (answer.status, answer.body)
    for name, value in exchange.expected_headers.items():
        assert answer.headers[name] == value
    if exchange.expected_body is not None:
        expected = Graph().parse(data=exchange.expected_body, format="turtle")
        assert isomorphic(Graph().parse(data=answer.body, format="turtle"), expected), answer.body
    if answer.status >= 400:
        assert answer.headers["content-type"] == "application/problem+json"


def clear(service: httpx2.Client) -> None:
    """Delete every graph that a test may have made."""
    for name in GRAPHS:
        service.delete("/rdf-graphs/service", params={"graph": f"http://www.example/gsp/{name}"})
        service.delete(f"/rdf-graphs/{name}")


def test_the_suite_is_whole(manifest: dict[str, list[Exchange]]) -> None:
    """All tests are read."""
    assert len(manifest) == TESTS
    assert set(manifest) >= REFUSED


def test_graphs_are_kept_as_the_protocol_says(
    service: httpx2.Client, manifest: dict[str, list[Exchange]]
) -> None:
    """Every test passes but the one that writes the default graph."""
    failed = {}
    for name in sorted(set(manifest) - REFUSED):
        clear(service)
        variables: dict[str, str] = {}
        for number, exchange in enumerate(manifest[name]):
            path = exchange.path
            for variable, value in variables.items():
                path = path.replace(variable, value)
            try:
                answer = send(service, exchange, path=path)
                check(exchange, answer)
                if exchange.location is not None:
                    variables[exchange.location] = answer.headers["location"]
            except (AssertionError, KeyError) as error:
                failed[f"{name}, request {number}"] = str(error)
    assert failed == {}


def test_the_default_graph_is_not_written(
    service: httpx2.Client, manifest: dict[str, list[Exchange]]
) -> None:
    """It is what all records say together: writing it is refused and changes nothing, reading it is not."""
    before = service.get("/rdf-graphs/service?default", headers={"Accept": "application/n-triples"})
    assert before.status_code == 200
    for name in sorted(REFUSED):
        answer = send(service, manifest[name][0], path=manifest[name][0].path)
        assert (answer.status, answer.headers["content-type"]) == (403, "application/problem+json")
    after = service.get("/rdf-graphs/service?default", headers={"Accept": "application/n-triples"})
    assert sorted(after.content.splitlines()) == sorted(before.content.splitlines())
