"""Updates that are refused, with a message that says where and what to do; none of them changes anything."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient
from update_requests import BASE, RECORDS, UPDATE, Send, put, study

from imagegraph.operations.services import Services

A = f"{RECORDS}a"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
GRAPH = f"GRAPH <{A}>"


@pytest.fixture(name="record", autouse=True)
def _record(client: TestClient) -> None:
    put(client, "a", study("First"))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("INSERT DATA { <http://e/s> <http://e/p> 1 }", 1, 15),
        (f"INSERT DATA {{ {GRAPH} {{ <http://e/s> <http://e/p> 1 }}\n <http://e/s> <http://e/p> 1 }}", 2, 2),
        ("DELETE DATA { ex:s <http://e/p> 1 }".replace("ex:", "schema:"), 1, 15),
        ("DELETE WHERE { ?s ?p ?o }", 1, 16),
        (f"{{}}DELETE {{ ?s ?p ?o }} WHERE {{ {GRAPH} {{ ?s ?p ?o }} }}".removeprefix("{}"), 1, 10),
        (
            f"DELETE {{ {GRAPH} {{ ?s ?p ?o }} }}\nINSERT {{ ?s ?p 1 }} USING <{A}> WHERE {{ ?s ?p ?o }}",
            2,
            10,
        ),
        ("CLEAR DEFAULT", 1, 7),
        ("DROP SILENT DEFAULT", 1, 13),
        (f"COPY <{A}> TO DEFAULT", 1, len(A) + 12),
        (f"MOVE DEFAULT TO <{A}>", 1, 6),
        (f"CREATE SILENT {GRAPH} ;\n CLEAR DEFAULT", 2, 8),
    ],
)
def test_the_default_graph_is_not_changed(
    services: Services, update: Send, text: str, line: int, column: int
) -> None:
    """403 that says where, and what to type instead."""
    response = update(text)
    problem = response.json()
    assert (response.status_code, problem["type"]) == (403, "/problems/forbidden-query")
    assert (problem["line"], problem["column"]) == (line, column)
    assert f"Line {line}, column {column}" in problem["detail"]
    assert "GRAPH <…/records/ID> { … }" in problem["detail"]
    assert services.journal.head == 1


@pytest.mark.parametrize(
    "text",
    [
        f"INSERT DATA {{ GRAPH <{BASE}terms/used> {{ <http://e/s> <http://e/p> 1 }} }}",
        f"DROP GRAPH <{BASE}terms/used>",
        f"CLEAR SILENT GRAPH <{BASE}resolved/orcid/0000-0002-1825-0097>",
        f"MOVE <{BASE}terms/used> TO <{A}>",
        f"COPY <{A}> TO <{BASE}terms/used>",
        f"WITH <{BASE}terms/used> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
        f"PREFIX t: <{BASE}terms/> INSERT {{ GRAPH t:used {{ ?s ?p 1 }} }} WHERE {{ ?s ?p ?o }}",
    ],
)
def test_what_the_service_makes_is_not_changed(
    client: TestClient, services: Services, update: Send, text: str
) -> None:
    """The graphs of terms and of authorities follow from the records; 403, also when a variable finds them."""
    digest = services.graph.digest()
    response = update(text)
    assert (response.status_code, response.json()["type"]) == (403, "/problems/forbidden")
    assert f'FILTER(STRSTARTS(STR(?g), "{RECORDS}"))' in response.json()["detail"]
    assert (services.journal.head, services.graph.digest()) == (1, digest)


def test_the_filter_that_is_recommended_works(client: TestClient, update: Send) -> None:
    """With it an update of all graphs keeps to records."""
    text = f'DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o FILTER(STRSTARTS(STR(?g), "{RECORDS}")) }} }}'
    assert update(text).status_code == 204
    assert client.get("/records/a").status_code == 410


@pytest.mark.parametrize(
    ("text", "status", "kind"),
    [
        ("LOAD <http://127.0.0.1:1/>", 403, "forbidden-query"),
        (f"LOAD SILENT <http://127.0.0.1:1/> INTO {GRAPH}", 403, "forbidden-query"),
        (
            f"INSERT {{ {GRAPH} {{ ?s ?p ?o }} }} WHERE {{ SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}",
            403,
            "forbidden-query",
        ),
        ("SELECT * { ?s ?p ?o }", 400, "malformed-query"),
        ("CLEAR XYZ", 400, "malformed-query"),
        (f"INSERTDATA {{ {GRAPH} {{ <http://e/s> <http://e/p> 1 }} }}", 400, "malformed-query"),
        (f"INSERT DATA {{ {GRAPH} {{ <http://e/s> <http://e/p> ?o }} }}", 400, "malformed-query"),
        (f"INSERT DATA {{ {GRAPH} {{ ex:s <http://e/p> 1 }} }}", 400, "malformed-query"),
        (f"CREATE {GRAPH} CLEAR ALL", 400, "malformed-query"),
        (
            f"INSERT {{ {GRAPH} {{ ?s <http://e/p> ?x }} }} WHERE {{ ?s ?p ?o BIND(<http://e/f>(?o) AS ?x) }}",
            400,
            "malformed-query",
        ),
        (f"INSERT DATA {{ GRAPH <{RECORDS}a/b> {{ <http://e/s> <http://e/p> 1 }} }}", 400, "bad-parameter"),
        (f"INSERT DATA {{ GRAPH <{RECORDS}a.ttl> {{ <http://e/s> <http://e/p> 1 }} }}", 400, "bad-parameter"),
        (
            "INSERT { GRAPH ?g { ?s <http://e/p> 1 } } WHERE { ?s ?p ?o BIND(BNODE() AS ?g) }",
            400,
            "bad-parameter",
        ),
        (
            f"INSERT DATA {{ {GRAPH} {{ <http://e/s> <http://e/p> <<( <http://e/a> <http://e/b> 1 )>> }} }}",
            422,
            "forbidden-construct",
        ),
        ("CREATE GRAPH <http://e/" + "x" * 2_000 + ">", 400, "bad-parameter"),
        ("# " + "x" * 100_000, 413, "query-too-large"),
        (f"INSERT DATA {{ {GRAPH} {{" + " <http://e/s> <http://e/p> 1 ." * 1_300 + "}}", 413, "query-too-large"),
        (
            f"INSERT {{ {GRAPH} {{ ?s <http://e/p> 1 }} }} WHERE " + "{" * 65 + "}" * 65,
            413,
            "query-too-large",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_a_problem(
    services: Services, update: Send, text: str, status: int, kind: str
) -> None:
    """Wrong, forbidden and oversized updates are told apart."""
    response = update(text)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{kind}"), response.text
    assert services.journal.head == 1


def test_errors_are_told_with_their_place(update: Send) -> None:
    """Line and column of the text that was sent, whatever is made of it before it runs."""
    text = f"CREATE SILENT {GRAPH} ;\nINSERT DATA {{ {GRAPH} {{ <http://e/s> <http://e/p> ?o }} }}"
    problem = update(text).json()
    assert problem["line"] == 2
    assert problem["column"] > 15 + len(GRAPH)


@pytest.mark.parametrize(
    ("method", "url", "body", "status"),
    [
        ("GET", [("update", "CLEAR ALL")], None, 400),
        ("POST", [("update", "CLEAR ALL")], [], 400),
        ("POST", [], [("update", "CLEAR NAMED"), ("update", "CLEAR ALL")], 400),
        ("POST", [], [("update", "CLEAR ALL"), ("query", "ASK {}")], 400),
        ("POST", [("query", "ASK {}")], [("update", "CLEAR ALL")], 400),
        ("POST", [("asOf", "2025-01-01")], [("update", "CLEAR ALL")], 400),
        ("POST", [("reason", "x" * 501)], [("update", "CLEAR ALL")], 400),
        ("POST", [], [("update", f"WITH <{A}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}"), ("using-graph-uri", A)], 400),
        ("POST", [], [("update", f"INSERT {{ {GRAPH} {{ ?s ?p 1 }} }} WHERE {{ ?s ?p ?o }}"), ("using-graph-uri", "a b")], 400),
        ("POST", [], [("update", "CLEAR ALL\udcff")], 400),
    ],
)  # fmt: skip
def test_a_request_asks_for_one_update(
    client: TestClient,
    services: Services,
    method: str,
    url: list[tuple[str, str]],
    body: list[tuple[str, str]] | None,
    status: int,
) -> None:
    """By POST, in the body, without a query beside it, and with one dataset."""
    content = None if body is None else urlencode(body, errors="surrogateescape")
    path = "/sparql" + (f"?{urlencode(url)}" if url else "")
    response = client.request(method, path, content=content, headers=FORM)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert services.journal.head == 1


def test_a_form_carries_an_update(client: TestClient) -> None:
    """With the dataset, and the reason for the history."""
    form = {
        "update": f"INSERT {{ {GRAPH} {{ ?s <http://e/p> 1 }} }} WHERE {{ ?s schema:name 'First' }}",
        "using-graph-uri": A,
        "reason": "tried out",
    }
    assert client.post("/sparql", data=form).status_code == 204
    assert client.get("/records/a/versions").json()["items"][0]["reason"] == "tried out"


def test_an_update_is_stopped_at_its_limits(services: Services, client: TestClient) -> None:
    """Time; the worker is replaced, nothing has changed, and no copy of the graph is left."""
    from imagegraph.adapters.oxigraph.update_runner import SandboxedUpdateRunner
    from imagegraph.adapters.sandbox.pool import WorkerPool
    from imagegraph.errors import QueryTimeout, ResultTooLarge
    from imagegraph.ports.workers import Update

    numbers = " ".join(str(number) for number in range(300))
    text = f"INSERT {{ {GRAPH} {{ ?s <http://e/p> ?n }} }} WHERE {{ ?s ?p ?o VALUES ?n {{ {numbers} }} }}"
    endless = (
        text.removesuffix("}") + f"VALUES ?m {{ {numbers} }} VALUES ?k {{ {numbers} }} FILTER(?m*?k < 0) }}"
    )
    pool = WorkerPool("query", size=1, seconds=1.5, memory_mb=512, queue_seconds=5)
    try:
        small = services.settings.model_copy(update={"query_bytes": 10_000})
        runner = SandboxedUpdateRunner(pool=pool, graph=services.graph, settings=small)
        with pytest.raises(QueryTimeout, match="Change fewer records"):
            runner.run(Update(text=endless))
        with pytest.raises(ResultTooLarge, match="10,000 bytes"):
            runner.run(Update(text=text))
    finally:
        pool.close()
    assert not list((services.settings.data / "snapshots").glob("update-*"))
    assert services.journal.head == 1
    assert client.post("/sparql", content=text, headers=UPDATE).status_code == 204
