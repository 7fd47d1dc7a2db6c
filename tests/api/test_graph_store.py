"""Graphs by their names: /rdf-graphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from documents import TURTLE, study
from problem_documents import assert_problem
from starlette.testclient import TestClient

SERVICE = "/rdf-graphs/service"
NT = {"Accept": "application/n-triples"}
BASE = "http://testserver/"
IG = "https://w3id.org/imagegraph/"


@pytest.fixture(name="graph")
def _graph(client: TestClient, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The parameters that name a graph of one test's own, which is deleted afterwards."""
    named = {"graph": f"http://example.org/graphs/{re.sub('[^a-z]+', '-', request.node.name)}"}
    yield named
    client.delete(SERVICE, params=named)


def lines(client: TestClient, named: dict[str, str]) -> list[str]:
    """The statements of a graph."""
    response = client.get(SERVICE, params=named, headers=NT)
    assert response.status_code == 200, response.text
    return sorted(response.text.splitlines())


def test_a_graph_with_any_name_is_a_record(client: TestClient, graph: dict[str, str]) -> None:
    """What was put is the newest version of a record, which the answer names and the list shows."""
    response = client.put(
        SERVICE, params=graph, content=study("Any name", iri="http://example.org/any"), headers=TURTLE
    )
    assert response.status_code == 201
    record = client.get(response.headers["location"], headers=NT)
    assert sorted(record.text.splitlines()) == lines(client, graph)
    listed = client.get("/records?q=any+name").json()["items"]
    assert [(one["about"], one["type"]) for one in listed] == [("http://example.org/any", "Study")]
    assert f"<{response.headers['location']}>" in client.get(SERVICE, params=graph).headers["link"]


def test_the_graph_of_a_record_is_the_record(client: TestClient) -> None:
    """`<base>records/<id>` is read and written here like at its address."""
    named = {"graph": f"{BASE}records/by-graph-name"}
    assert client.put(SERVICE, params=named, content=study("One"), headers=TURTLE).status_code == 201
    assert '"One"' in client.get("/records/by-graph-name.nt").text
    etag = client.get("/records/by-graph-name.nt").headers["etag"]
    changed = client.put("/records/by-graph-name", content=study("Two"), headers={**TURTLE, "If-Match": etag})
    assert changed.status_code == 200
    assert any('"Two"' in line for line in lines(client, named))
    assert client.delete(SERVICE, params=named).status_code == 204
    assert client.get("/records/by-graph-name").status_code == 410
    assert_problem(client.get(SERVICE, params=named), 404, "not-found")
    assert_problem(client.delete(SERVICE, params=named), 404, "not-found")


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_what_is_read_can_be_put_back(client: TestClient, graph: dict[str, str], media_type: str) -> None:
    """Every format gives the graph back; putting that changes nothing, blank nodes or not."""
    content = (
        b'<http://example.org/a> <http://example.org/p> [ <http://example.org/q> "x"@en , 1.50 ] , [ ] .'
    )
    client.put(SERVICE, params=graph, content=content, headers=TURTLE)
    read = client.get(SERVICE, params=graph, headers={"Accept": media_type})
    assert read.headers["content-type"].partition(";")[0] == media_type
    back = client.put(SERVICE, params=graph, content=read.content, headers={"Content-Type": media_type})
    assert (back.status_code, back.json()["status"]) == (200, "unchanged")
    blank = {node for line in lines(client, graph) for node in re.findall(r"_:\S+", line)}
    assert len(blank) == 2


def test_adding_keeps_what_is_there(client: TestClient, graph: dict[str, str]) -> None:
    """POST merges; blank nodes of what comes are new nodes, and what the record is about stays."""
    ours = f"<http://example.org/s> a <{IG}Study> ; <http://schema.org/name> 'S' ; <http://example.org/p> [ <http://example.org/q> 1 ] ."
    assert client.post(SERVICE, params=graph, content=ours, headers=TURTLE).status_code == 201
    first = lines(client, graph)
    theirs = f"<http://example.org/a> a <{IG}Study> ; <http://schema.org/name> 'A' . <http://example.org/s> <http://example.org/p> [ <http://example.org/q> 1 ] ."
    response = client.post(SERVICE, params=graph, content=theirs, headers=TURTLE)
    assert (response.status_code, response.json()["version"]) == (200, 2)
    now = lines(client, graph)
    assert len([line for line in now if "example.org/q" in line]) == 2
    assert {line for line in first if "_:" not in line} <= set(now)
    assert client.get(response.headers["location"] + "/versions").json()["items"][0]["version"] == 2
    about = client.get(f"/records?q={response.json()['id']}").json()["items"][0]["about"]
    assert about == "http://example.org/s"


def test_things_without_a_name_stay_apart(client: TestClient, graph: dict[str, str]) -> None:
    """Two studies without a name, posted one after the other, are two studies."""
    for name in ("first", "second"):
        content = f'[] a <{IG}Study> ; <http://schema.org/name> "{name}" .'
        assert client.post(SERVICE, params=graph, content=content, headers=TURTLE).status_code in (200, 201)
    subjects = [line.split()[0] for line in lines(client, graph) if "schema.org/name" in line]
    assert len(set(subjects)) == 2


def test_adding_a_form_with_files(client: TestClient, graph: dict[str, str]) -> None:
    """The files of a form are added together."""
    files = {
        "a": ("a.ttl", "<http://example.org/s> <http://example.org/p> 1 .", "text/turtle"),
        "b": ("b.nt", '<http://example.org/s> <http://example.org/p> "2" .', "application/n-triples"),
    }
    assert client.post(SERVICE, params=graph, files=files).status_code == 201
    assert len(lines(client, graph)) == 2


def test_adding_at_the_same_time_loses_nothing(client: TestClient, graph: dict[str, str]) -> None:
    """What several clients add at once is all there, or its sender is told that it is not."""

    def add(number: int) -> int:
        content = f"<http://example.org/s> <http://example.org/p> {number} ."
        return client.post(SERVICE, params=graph, content=content, headers=TURTLE).status_code

    with ThreadPoolExecutor(4) as threads:
        statuses = list(threads.map(add, range(12)))
    assert set(statuses) <= {200, 201, 412, 428}
    assert len(lines(client, graph)) == sum(status < 300 for status in statuses)
    assert sum(status < 300 for status in statuses) >= 6


def test_a_new_graph_gets_a_name(client: TestClient) -> None:
    """POST without a name makes another graph every time, and `Location` is its name."""
    names = [
        client.post(SERVICE, content=study("Nameless"), headers=TURTLE).headers["location"] for _ in range(2)
    ]
    assert names[0] != names[1]
    for name in names:
        assert name.startswith(f"{BASE}records/")
        assert client.delete(SERVICE, params={"graph": name}).status_code == 204


def test_versions_can_be_named(client: TestClient, graph: dict[str, str]) -> None:
    """`If-Match` and `If-None-Match` guard a change; without them the newest version is replaced."""
    put = client.put(SERVICE, params=graph, content=study("1"), headers={**TURTLE, "If-None-Match": "*"})
    assert put.status_code == 201
    again = client.put(SERVICE, params=graph, content=study("2"), headers={**TURTLE, "If-None-Match": "*"})
    assert_problem(again, 412, "precondition-failed")
    other = client.put(
        SERVICE, params=graph, content=study("1"), headers={**TURTLE, "If-None-Match": '"9-x"'}
    )
    assert other.json()["status"] == "unchanged"
    other = client.put(
        SERVICE, params=graph, content=study("0"), headers={**TURTLE, "If-None-Match": '"9-x"'}
    )
    assert other.status_code == 200
    etag = client.get(SERVICE, params=graph).headers["etag"]
    assert client.get(SERVICE, params=graph, headers={"If-None-Match": etag}).status_code == 304
    good = {**TURTLE, "If-Match": etag}
    assert client.put(SERVICE, params=graph, content=study("2"), headers=good).status_code == 200
    for send in (client.put, client.post):
        assert_problem(
            send(SERVICE, params=graph, content=b"<http://a/b> <http://a/c> 1 .", headers=good),
            412,
            "precondition-failed",
        )
    stale = client.delete(SERVICE, params=graph, headers={"If-Match": etag})
    assert_problem(stale, 412, "precondition-failed")
    assert client.put(SERVICE, params=graph, content=study("4"), headers=TURTLE).status_code == 200


def test_an_address_is_the_name_of_a_graph(client: TestClient) -> None:
    """The direct address and its IRI name the same graph, escaped as it was sent."""
    assert client.put("/rdf-graphs/slides/a%20b.ttl", content=study("D"), headers=TURTLE).status_code == 201
    assert client.head("/rdf-graphs/slides/a%20b.ttl").status_code == 200
    assert lines(client, {"graph": f"{BASE}rdf-graphs/slides/a%20b.ttl"})
    assert client.delete("/rdf-graphs/slides/a%20b.ttl").status_code == 204
    assert client.head("/rdf-graphs/slides/a%20b.ttl").status_code == 404


def test_graphs_that_the_service_makes_are_only_read(client: TestClient) -> None:
    """The default graph, terms in use and answers of authorities: readable, not writable."""
    default = client.get(SERVICE + "?default", headers=NT)
    assert default.status_code == 200
    assert client.get(SERVICE, params={"graph": "default"}, headers=NT).status_code == 200
    for name in ("default", f"{BASE}terms/used", f"{BASE}resolved/ror/x"):
        for send in (client.put, client.post):
            response = send(SERVICE, params={"graph": name}, content=study("No"), headers=TURTLE)
            assert_problem(response, 403, "forbidden")
        assert_problem(client.delete(SERVICE, params={"graph": name}), 403, "forbidden")
    assert_problem(client.get(SERVICE, params={"graph": f"{BASE}resolved/ror/x"}), 404, "not-found")


def test_terms_in_use_can_be_read(client: TestClient) -> None:
    """The graph of the terms that records mention is there as soon as one does."""
    content = (
        b"type: Study\nid: https://doi.org/10.5072/gsp-terms\nname: T\n"
        b"organism:\n  - {id: 'NCBITaxon:9606', scientific_name: Homo sapiens}\n"
    )
    assert (
        client.post("/records", content=content, headers={"Content-Type": "application/yaml"}).status_code
        == 201
    )
    assert any("NCBITaxon_9606" in line for line in lines(client, {"graph": f"{BASE}terms/used"}))


def test_rules_are_checked(client: TestClient, graph: dict[str, str]) -> None:
    """A graph that breaks a rule of a profile is refused like any record."""
    response = client.put(
        f"{SERVICE}?profile=rembi", params={**graph, "profile": "rembi"}, content=study("R"), headers=TURTLE
    )
    assert_problem(response, 422, "validation-failed")
    assert client.get(SERVICE, params=graph).status_code == 404


@pytest.mark.parametrize(
    ("query", "content_type", "content", "status", "slug"),
    [
        ("", "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        ("?graph=relative", "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        ("?graph=http://a/b&graph=http://a/c", "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        ("?graph=http://a/b&default", "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        (f"?graph={BASE}records/-x", "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        (f"?graph={BASE}records/x.ttl", "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        ("?graph=http://a/" + "b" * 2000, "text/turtle", "<a> <b> <c> .", 400, "bad-parameter"),
        ("?graph=http://a/b", "text/turtle", "<a> <b>", 400, "malformed-document"),
        ("?graph=http://a/b", "text/turtle", "", 400, "empty-document"),
        ("?graph=http://a/b", "application/trig", "<g> { <a> <b> <c> }", 415, "unknown-format"),
        ("?graph=http://a/b", "application/yaml", "type: Study", 415, "unknown-format"),
        ("?graph=http://a/b", "", "<a> <b> <c> .", 415, "unknown-format"),
    ],
)  # fmt: skip
def test_what_cannot_be_put(
    client: TestClient, query: str, content_type: str, content: str, status: int, slug: str
) -> None:
    """Names that no graph can have, and bodies that are no graph."""
    response = client.put(SERVICE + query, content=content, headers={"Content-Type": content_type})
    assert_problem(response, status, slug)


def test_reading_asks_for_a_name(client: TestClient) -> None:
    """Without a name there is nothing to read or delete."""
    assert_problem(client.get(SERVICE), 400, "bad-parameter")
    assert_problem(client.delete(SERVICE), 400, "bad-parameter")
    assert_problem(client.get("/rdf-graphs/"), 400, "bad-parameter")
    assert_problem(client.get(SERVICE, params={"graph": "http://example.org/none"}), 404, "not-found")
