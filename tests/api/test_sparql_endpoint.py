"""The SPARQL endpoint over HTTP, with real workers behind it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.model.rdf import RdfFormat
from imagegraph.settings import Settings
from patience import grace

A, B = "http://localhost:8000/records/a", "http://localhost:8000/records/b"
NAMES = "SELECT ?name { ?s schema:name ?name } ORDER BY ?name"
SECONDS = 6.0
SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.fixture(name="client", scope="module")
def _client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(
        data=tmp_path_factory.mktemp("endpoint"), query_workers=1, query_seconds=SECONDS, query_memory_mb=512,
        queue_seconds=1.5, query_fair_seconds=60.0, query_text_bytes=5_000, query_rows=50, body_bytes=20_000,
    )  # fmt: skip
    with open_services(settings) as services:
        for iri in (A, B):
            statement = f'<{iri}> <http://schema.org/name> "Aufnahme µ {iri[-1]}" .\n'
            services.linking.graph.replace(iri, statement.encode(), new=True)
        with TestClient(create_app(services)) as client:
            yield client


def names(response: object) -> list[str]:
    """The names in a JSON answer."""
    rows = response.json()["results"]["bindings"]  # type: ignore[attr-defined]
    return [row["name"]["value"] for row in rows]


def test_the_three_ways_to_ask(client: TestClient) -> None:
    """GET, an encoded form and a direct POST give the same answer."""
    answers = [
        client.get("/sparql", params={"query": NAMES}),
        client.post("/sparql", data={"query": NAMES}),
        client.post(
            "/sparql", content=NAMES, headers={"Content-Type": "application/sparql-query; charset=UTF-8"}
        ),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/sparql-results+json"
        assert answer.headers["vary"] == "Accept"
        assert answer.headers["access-control-allow-origin"] == "*"
        assert names(answer) == ["Aufnahme µ a", "Aufnahme µ b"]


@pytest.mark.parametrize(
    ("accept", "query", "expected"),
    [
        (None, "ASK {}", "application/sparql-results+json"),
        ("*/*", NAMES, "application/sparql-results+json"),
        ("application/json", NAMES, "application/sparql-results+json"),
        ("text/csv", NAMES, "text/csv; charset=utf-8"),
        ("text/tab-separated-values", NAMES, "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+xml, application/rdf+xml", NAMES, "application/sparql-results+xml"),
        ("application/sparql-results+xml, application/rdf+xml", f"DESCRIBE <{A}>", "application/rdf+xml"),
        (None, f"DESCRIBE <{A}>", "text/turtle; charset=utf-8"),
        ("application/ld+json", f"DESCRIBE <{A}>", "application/ld+json"),
        ("application/sparql-results+json;q=1.0,application/sparql-results+xml;q=0.7", NAMES,
         "application/sparql-results+json"),
    ],
)  # fmt: skip
def test_the_answer_has_the_type_that_was_asked_for(
    client: TestClient, accept: str | None, query: str, expected: str
) -> None:
    """The media type is chosen among those of the query's form."""
    headers = {"Accept": accept} if accept else {}
    response = client.get("/sparql", params={"query": query}, headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (200, expected)


def test_datasets_come_from_the_url_and_the_form(client: TestClient) -> None:
    """default-graph-uri and named-graph-uri can be repeated, and stand in the URL of a direct POST too."""
    one, both = {"default-graph-uri": A}, {"default-graph-uri": [A, B]}
    assert len(names(client.get("/sparql", params={"query": NAMES, **one}))) == 1
    assert len(names(client.get("/sparql", params={"query": NAMES, **both}))) == 2
    assert len(names(client.post("/sparql", data={"query": NAMES, **one}))) == 1
    assert len(names(client.post("/sparql", params=one, data={"query": NAMES}))) == 1
    direct = {"params": {"named-graph-uri": B}, "headers": {"Content-Type": "application/sparql-query"}}
    assert names(client.post("/sparql", content=NAMES, **direct)) == []  # type: ignore[arg-type]
    in_graph = "SELECT ?name { GRAPH ?g { ?s schema:name ?name } }"
    assert names(client.post("/sparql", content=in_graph, **direct)) == ["Aufnahme µ b"]  # type: ignore[arg-type]


def test_parameters_of_other_servers_are_ignored(client: TestClient) -> None:
    """What SPARQLWrapper adds does no harm."""
    extra = {"format": "json", "output": "json", "results": "json", "query": NAMES}
    assert client.get("/sparql", params=extra).status_code == 200


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/n-quads,application/trig;q=0.95,text/turtle;q=0.6", RdfFormat.N_QUADS),
    ],
)
def test_a_bare_get_describes_the_endpoint(
    client: TestClient, accept: str | None, media_type: RdfFormat
) -> None:
    """Without a query the service description is given, in the format that was asked for."""
    from pyoxigraph import parse

    response = client.get("/sparql", headers={"Accept": accept} if accept else {})
    assert response.status_code == 200
    said = {
        (q.predicate.value, getattr(q.object, "value", ""))
        for q in parse(response.content, format=media_type)
    }
    assert (f"{SD}endpoint", "http://localhost:8000/sparql") in said
    assert (f"{SD}feature", f"{SD}UnionDefaultGraph") in said
    assert (f"{SD}resultFormat", "http://www.w3.org/ns/formats/SPARQL_Results_JSON") in said
    assert (f"{SD}supportedLanguage", f"{SD}SPARQL11Query") in said


def test_head_and_options(client: TestClient) -> None:
    """HEAD is answered like GET, and a browser of another origin may ask."""
    assert client.head("/sparql", params={"query": NAMES}).status_code == 200
    preflight = client.options(
        "/sparql", headers={"Origin": "https://yasgui.example", "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "POST" in preflight.headers["access-control-allow-methods"]


FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"


@pytest.mark.parametrize(
    ("url", "body", "content_type", "status", "slug"),
    [
        ("?query=SELECT", None, None, 400, "malformed-query"),
        ("?query=ASK%7B%7D&query=ASK%7B%7D", None, None, 400, "bad-parameter"),
        ("?query=%FF", None, None, 400, "malformed-query"),
        ("?query=", None, None, 400, "malformed-query"),
        ("?update=CLEAR%20ALL", None, None, 400, "bad-parameter"),
        ("?query=CLEAR%20ALL", None, None, 403, "forbidden-query"),
        ("?query=" + quote("ASK { SERVICE <http://127.0.0.1:1/> {} }"), None, None, 403, "forbidden-query"),
        ("?query=ASK%7B%7D&default-graph-uri=not%20an%20iri", None, None, 400, "bad-parameter"),
        ("?" + "a=b&" * 1_100, None, None, 400, "bad-parameter"),
        ("", b"", FORM, 400, "bad-parameter"),
        ("", b"", DIRECT, 400, "malformed-query"),
        ("", b"query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400, "bad-parameter"),
        ("?query=ASK%7B%7D", b"query=ASK%7B%7D", FORM, 400, "bad-parameter"),
        ("?query=ASK%7B%7D", b"ASK{}", DIRECT, 400, "bad-parameter"),
        ("", b"update=CLEAR%20DEFAULT", FORM, 403, "forbidden-query"),
        ("", b"CLEAR DEFAULT", "application/sparql-update", 403, "forbidden-query"),
        ("", b"ASK{}", "text/plain", 415, "unknown-format"),
        ("", b"ASK{}", None, 415, "unknown-format"),
        ("", b"{}", "application/json", 415, "unknown-format"),
        ("", "ASK{}".encode("utf-16"), DIRECT + "; charset=utf-16", 415, "unknown-format"),
        ("", "ASK{ ?s ?p 'µ' }".encode("latin-1"), DIRECT, 400, "malformed-query"),
        ("", b"query=ASK%7B%7D\xff", FORM, 400, "malformed-query"),
        ("", b"ASK{}" + b" " * 5_000, DIRECT, 413, "query-too-large"),
        ("", b"ASK{}" + b" " * 30_000, DIRECT, 413, "document-too-large"),
        ("", b"ASK" + b"{" * 65 + b"}" * 65, DIRECT, 413, "query-too-large"),
        ("", b"SELECT * { VALUES ?a {" + b" 1" * 51 + b"}}", DIRECT, 413, "result-too-large"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    client: TestClient, url: str, body: bytes | None, content_type: str | None, status: int, slug: str
) -> None:
    """Each refusal has its status and a problem document that says what is wrong."""
    headers = {"Content-Type": content_type} if content_type else {}
    if body is None:
        response = client.get("/sparql" + url, headers=headers)
    else:
        response = client.post("/sparql" + url, content=body, headers=headers)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"].endswith(slug)
    assert response.json()["detail"]


def test_an_unsuitable_accept_lists_the_offer(client: TestClient) -> None:
    """406 names the types there are."""
    response = client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/csv" in response.json()["offered"]


def test_other_methods_are_not_allowed(client: TestClient) -> None:
    """PUT and DELETE are answered with 405."""
    assert client.put("/sparql", content=b"ASK{}").status_code == 405
    assert client.delete("/sparql").status_code == 405


ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ 1 2 3 4 5 6 7 8 9 }}" for n in range(12)) + " }"
)


def test_an_endless_query_is_a_504_and_a_busy_service_a_503(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While too many queries run into their limits another one is told to come back; then all is well."""
    # A query makes room for the next one without having had a processor for long, which it may not get in time.
    monkeypatch.setattr("imagegraph.adapters.sandbox.pool._SHORT_SECONDS", 0.0)
    services = client.app.state.services  # type: ignore[attr-defined]
    services.warm()

    def ask(query: str) -> tuple[int, str, float]:
        started = time.monotonic()
        response = client.get("/sparql", params={"query": query})
        return response.status_code, response.headers.get("retry-after", ""), time.monotonic() - started

    with ThreadPoolExecutor(2) as threads:
        long = [threads.submit(ask, ENDLESS) for _ in range(2)]
        while services.pools[0].state().busy < 2 and not any(one.done() for one in long):
            time.sleep(0.01)
        assert ask(NAMES)[:2] == (503, "1")
        answers = [one.result() for one in long]
    assert [answer[:2] for answer in answers] == [(504, ""), (504, "")]
    first, second = sorted(took for _, _, took in answers)
    assert SECONDS <= first < SECONDS + grace()
    assert second < SECONDS + grace(4.0)  # it waited for a worker that was only then started
    assert client.get("/sparql", params={"query": NAMES}).status_code == 200


def test_both_operations_are_documented(client: TestClient) -> None:
    """OpenAPI shows parameters, bodies and every status that can come."""
    paths = client.get("/openapi.json").json()["paths"]["/sparql"]
    assert set(paths) == {"get", "post"}
    assert {p["name"] for p in paths["get"]["parameters"]} == {
        "query",
        "asOf",
        "default-graph-uri",
        "named-graph-uri",
    }
    assert set(paths["post"]["requestBody"]["content"]) == {FORM, DIRECT, "application/sparql-update"}
    statuses = {
        "200",
        "204",
        "400",
        "401",
        "403",
        "404",
        "406",
        "412",
        "413",
        "415",
        "422",
        "503",
        "504",
        "507",
    }
    assert statuses <= set(paths["post"]["responses"])
    assert {"using-graph-uri", "using-named-graph-uri"} < {p["name"] for p in paths["post"]["parameters"]}


def test_forms_may_be_encoded_in_any_way(client: TestClient) -> None:
    """Plus signs and percent signs both stand for spaces."""
    query = "SELECT ?name { ?s schema:name ?name FILTER(CONTAINS(?name, 'µ a')) }"
    for body in (urlencode({"query": query}), urlencode({"query": query}, quote_via=quote)):
        response = client.post("/sparql", content=body, headers={"Content-Type": FORM})
        assert names(response) == ["Aufnahme µ a"]
    assert json.dumps(names(response))
