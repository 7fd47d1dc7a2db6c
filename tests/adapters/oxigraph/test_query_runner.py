"""Queries through real workers on real snapshots: datasets, limits, bombs, and attempts to get out."""

from __future__ import annotations

import csv
import io
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QueryResultsFormat, Store

from imagegraph.adapters.oxigraph.query import count_rows
from imagegraph.adapters.oxigraph.query_runner import SandboxedQueryRunner
from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.adapters.sandbox.pool import WorkerPool
from imagegraph.errors import (
    BadParameter,
    ForbiddenQuery,
    ImagegraphError,
    MalformedQuery,
    QueryTimeout,
    QueryTooLarge,
    ResultTooLarge,
)  # fmt: skip
from imagegraph.model.query_formats import GRAPH_TYPES, RESULT_TYPES
from imagegraph.ports.workers import Query
from imagegraph.settings import Settings
from patience import grace

NAME = "http://schema.org/name"
A, B = "http://example.org/records/a", "http://example.org/records/b"
SECONDS = 1.5


class Bench:
    """A store with two records, and a runner on it."""

    def __init__(self, folder: Path) -> None:
        self.graph = OxigraphGraphStore(folder / "graph", snapshots=folder / "snapshots")
        self.graph.replace(A, f'<{A}> <{NAME}> "Golgi, \\"stack\\"" .\n'.encode(), new=True)
        self.graph.replace(
            B, f'<{B}> <{NAME}> "mitosis" .\n<{B}> <{NAME}> "Mitose"@de .\n'.encode(), new=True
        )
        self.pool = WorkerPool("query", size=1, seconds=SECONDS, memory_mb=512, queue_seconds=5.0)
        self.settings = Settings(query_rows=100, query_bytes=100_000, query_text_bytes=20_000)
        self.runner = SandboxedQueryRunner(
            pool=self.pool,
            graph=self.graph,
            past=lambda moment: self.graph.snapshot(whole=True).folder,
            settings=self.settings,
        )

    def rows(self, text: str, **more: Any) -> list[dict[str, str]]:
        """The solutions as name -> value."""
        answer = json.loads(self.runner.run(Query(text=text, **more)).body)
        return [{k: v["value"] for k, v in row.items()} for row in answer["results"]["bindings"]]

    def count(self, text: str, **more: Any) -> int:
        """The number in the one solution of a counting query."""
        return int(self.rows(text, **more)[0]["n"])


@pytest.fixture(name="bench", scope="module")
def _bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("bench"))
    yield bench
    bench.pool.close()
    bench.graph.close()


@pytest.fixture(name="listener")
def _listener() -> Iterator[tuple[str, list[bytes]]]:
    """A loopback server that keeps what it is sent."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(0.5)
                    heard.append(connection.recv(10_000))

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", heard
        time.sleep(0.1)
        stop.set()
        thread.join()


DEFAULT = "SELECT (COUNT(*) AS ?n) {dataset} {{ ?s ?p ?o }}"
NAMED = "SELECT (COUNT(*) AS ?n) {dataset} {{ GRAPH ?g {{ ?s ?p ?o }} }}"


@pytest.mark.parametrize(
    ("dataset", "protocol", "default", "named"),
    [
        ("", {}, 3, 3),
        (f"FROM <{A}>", {}, 1, 0),
        (f"FROM <{A}> FROM <{B}>", {}, 3, 0),
        (f"FROM NAMED <{B}>", {}, 0, 2),
        (f"FROM <{A}> FROM NAMED <{B}>", {}, 1, 2),
        ("", {"default_graphs": (A,)}, 1, 0),
        ("", {"named_graphs": (B,)}, 0, 2),
        ("", {"default_graphs": (A,), "named_graphs": (B,)}, 1, 2),
        (f"FROM <{A}> FROM NAMED <{A}>", {"default_graphs": (B,)}, 2, 0),
        (f"FROM <{B}>", {"named_graphs": (A,)}, 0, 1),
        ("FROM <http://example.org/none>", {}, 0, 0),
    ],
)
def test_the_dataset_is_what_was_asked_for(
    bench: Bench, dataset: str, protocol: dict[str, Any], default: int, named: int
) -> None:
    """Without a dataset everything is seen; the protocol's goes before the text's; nothing else shows."""
    assert bench.count(DEFAULT.format(dataset=dataset), **protocol) == default
    assert bench.count(NAMED.format(dataset=dataset), **protocol) == named


def test_a_write_is_seen_by_the_next_query(bench: Bench) -> None:
    """A query sees every record that was written before it."""
    graph = "http://example.org/records/new"
    for number in range(8):
        bench.graph.replace(graph, f'<{graph}> <{NAME}> "{number}" .\n'.encode(), new=False)
        assert bench.rows(f"SELECT ?o {{ <{graph}> <{NAME}> ?o }}") == [{"o": str(number)}]
    bench.graph.replace(graph, b"", new=False)
    assert bench.rows(f"SELECT ?o {{ <{graph}> <{NAME}> ?o }}") == []


@pytest.mark.parametrize("media_type", RESULT_TYPES)
def test_select_and_ask_in_every_format(bench: Bench, media_type: str) -> None:
    """Solutions and booleans are written in each of the four result formats."""
    for text in ("SELECT ?s ?o { ?s schema:name ?o }", "ASK {}"):
        answer = bench.runner.run(Query(text=text, accept=media_type))
        assert answer.media_type == media_type
        assert answer.body


def test_csv_keeps_commas_and_quotes(bench: Bench) -> None:
    """A CSV reader gets the text back."""
    text = f"SELECT ?o {{ <{A}> schema:name ?o }}"
    body = bench.runner.run(Query(text=text, accept="text/csv")).body
    assert list(csv.reader(io.StringIO(body.decode()))) == [["o"], ['Golgi, "stack"']]


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
@pytest.mark.parametrize("text", ["CONSTRUCT WHERE { ?s schema:name ?o }", f"DESCRIBE <{A}>"])
def test_graphs_in_every_format(bench: Bench, media_type: str, text: str) -> None:
    """CONSTRUCT and DESCRIBE are written in each RDF format, and read back the same number of times."""
    answer = bench.runner.run(Query(text=text, accept=media_type))
    assert answer.media_type == media_type
    assert b"Golgi" in answer.body


def test_a_format_of_the_other_kind_gives_the_default(bench: Bench) -> None:
    """A media type that does not suit the form is not used."""
    assert bench.runner.run(Query(text="ASK {}", accept="text/turtle")).media_type == RESULT_TYPES[0]
    graph = bench.runner.run(Query(text="CONSTRUCT WHERE { ?s ?p ?o }", accept="text/csv"))
    assert graph.media_type == "text/turtle"


def test_bindings_go_to_their_places_or_to_projected_variables(bench: Bench) -> None:
    """A place in the text and a variable of SELECT both take a value."""
    for text in ("SELECT ?o { VALUES ?s { UNDEF } ?s schema:name ?o }", "SELECT ?s ?o { ?s schema:name ?o }"):
        assert bench.rows(text, bindings={"s": f"<{A}>"})[0]["o"] == 'Golgi, "stack"'
    assert len(bench.rows("SELECT ?o { VALUES ?s { UNDEF } ?s schema:name ?o }")) == 3
    assert (
        len(bench.rows("SELECT ?s { ?s schema:name ?o VALUES ?o { UNDEF } }", bindings={"o": '"Mitose"@de'}))
        == 1
    )


@pytest.mark.parametrize(
    "bindings",
    [
        {"s": "<http://a/> } } SERVICE <http://127.0.0.1:1/> {"},
        {"s": "?x"},
        {"nothing": "<http://a/>"},
        {"s": '"a" }'},
    ],
)
def test_a_value_that_is_no_term_or_has_no_place_is_refused(bench: Bench, bindings: dict[str, str]) -> None:
    """Injection, and names the query does not have, are refused as a bad parameter."""
    with pytest.raises(BadParameter):
        bench.rows("SELECT ?o { VALUES ?s { UNDEF } ?s schema:name ?o }", bindings=bindings)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT * {", (1, 11)),
        ("ASK {\n ?s ?p }", (2, 9)),
        ("SELECT ?s { ?s foo:p ?o }", (1, 16)),
        ("", (1, 1)),
        ("hello", (1, 1)),
    ],
)
def test_a_malformed_query_is_told_where(bench: Bench, text: str, place: tuple[int, int]) -> None:
    """Line and column are given, and the message is one short sentence."""
    with pytest.raises(MalformedQuery) as caught:
        bench.runner.run(Query(text=text))
    assert (caught.value.extra["line"], caught.value.extra["column"]) == place
    assert "\\u{" not in caught.value.detail
    assert len(caught.value.detail) < 400


@pytest.mark.parametrize(
    "text", ["ASK { FILTER(<http://f/>(1)) }", "SELECT (1 AS ?s) { ?s ?p ?o }", "ASK { \ud800 }"]
)
def test_what_the_engine_cannot_do_is_a_malformed_query(bench: Bench, text: str) -> None:
    """Unknown functions and clashing names are the query's fault, not the service's."""
    with pytest.raises(MalformedQuery):
        bench.runner.run(Query(text=text))


def test_the_row_limit_is_exact(bench: Bench) -> None:
    """100 rows pass and 101 do not, in every format."""
    many = "VALUES ?{n} {{ {values} }}"
    exact = "SELECT ?n { " + many.format(n="n", values=" ".join(str(n) for n in range(100))) + " }"
    more = "SELECT ?n { " + many.format(n="n", values=" ".join(str(n) for n in range(101))) + " }"
    unbound = "SELECT ?none { " + many.format(n="n", values=" ".join(str(n) for n in range(101))) + " }"
    for media_type in RESULT_TYPES:
        assert bench.runner.run(Query(text=exact, accept=media_type))
        for text in (more, unbound):
            with pytest.raises(ResultTooLarge, match="100 rows"):
                bench.runner.run(Query(text=text, accept=media_type))
    triples = f"CONSTRUCT {{ <{A}> <{NAME}> ?n }} WHERE " + more.partition("?n ")[2]
    with pytest.raises(ResultTooLarge, match="100 rows"):
        bench.runner.run(Query(text=triples))


@pytest.mark.parametrize("media_type", RESULT_TYPES)
@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT * {}", 1),
        ("SELECT ?a { FILTER(false) }", 0),
        ("SELECT ?b { VALUES ?a { 1 2 3 } }", 3),
        (r'SELECT ?a ?b { VALUES ?a { "},{" "{}" "\"},{\"" "<result>" } }', 4),
        (r'SELECT ?a ?b { VALUES ?a { "\r\n" "a\"\r\n\",\"" "\\" "\\\"" } }', 4),
        ("SELECT ?a ?b { VALUES (?a ?b) { (1 2) (UNDEF 2) (UNDEF UNDEF) } }", 3),
    ],
)
def test_rows_are_counted_in_what_the_engine_writes(media_type: str, query: str, rows: int) -> None:
    """Separators inside of values are no separators."""
    engine_format = QueryResultsFormat.from_media_type(media_type)
    body = Store().query(query).serialize(format=engine_format)  # type: ignore[union-attr]
    assert body is not None
    assert count_rows(body, media_type) == rows


def test_the_byte_limit_holds(bench: Bench) -> None:
    """An answer beyond the limit of bytes is refused in every kind of answer."""
    long = "x" * 9_000
    where = f'{{ VALUES ?a {{ 0 1 2 3 4 5 6 7 8 9 10 11 }} BIND(CONCAT(STR(?a), "{long}") AS ?b) }}'
    for text in (f"SELECT ?b {where}", f"CONSTRUCT {{ <{A}> <{NAME}> ?b }} {where}"):
        with pytest.raises(ResultTooLarge, match="bytes"):
            bench.runner.run(Query(text=text))


def test_the_text_limit_is_exact(bench: Bench) -> None:
    """20,000 bytes of text pass, one more does not; bytes count, not characters."""
    assert bench.runner.run(Query(text="ASK {}#".ljust(20_000)))
    with pytest.raises(QueryTooLarge):
        bench.runner.run(Query(text="ASK {}#".ljust(20_001)))
    with pytest.raises(QueryTooLarge):
        bench.runner.run(Query(text="ASK {}#" + "µ" * 10_000))


PRODUCT = "{ " + " ".join(f"VALUES ?v{n} {{ 1 2 3 4 5 6 7 8 9 }}" for n in range(12)) + " }"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {PRODUCT}"
GREEDY = f"SELECT * {PRODUCT} ORDER BY ?v0 ?v1"


def test_an_endless_query_is_stopped(bench: Bench) -> None:
    """A query that does not end is stopped within a second of its limit, and the next one is answered."""
    bench.pool.warm()  # the limit does not count while a worker starts
    started = time.monotonic()
    with pytest.raises(QueryTimeout) as caught:
        bench.runner.run(Query(text=ENDLESS))
    assert SECONDS <= time.monotonic() - started < SECONDS + grace()
    assert caught.value.extra["limit"] == "time"
    assert bench.count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == 3


@pytest.mark.parametrize(
    "text",
    [
        GREEDY,
        'SELECT ?z { BIND("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" AS ?a0) '
        + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(40))
        + " BIND(STRLEN(?a40) AS ?z) }",
        f"SELECT (GROUP_CONCAT(STR(?v1)) AS ?all) {PRODUCT}",
        "ASK { " + "OPTIONAL { ?a ?b ?c } " * 500 + "}",
        "ASK { ?a " + "/".join(["!<http://a/>"] * 1_000) + " ?b }",
        "SELECT (" + "+".join("1" * 2_400) + " AS ?x) {}",
        "ASK { FILTER(" + "!" * 4_900 + "true) }",
        "ASK { " + " ".join(f"?v{n} ?p ?v{n + 1} ." for n in range(1_000)) + " }",
    ],
    ids=["sort", "doubling", "concatenation", "optionals", "path", "sum", "negations", "chain"],
)
def test_bombs_hurt_nobody_else(bench: Bench, text: str) -> None:
    """A bomb is answered or stopped within its limits; the service goes on answering."""
    bench.pool.warm()
    started = time.monotonic()
    with suppress(QueryTimeout, ResultTooLarge, MalformedQuery):
        bench.runner.run(Query(text=text))
    assert time.monotonic() - started < SECONDS + grace()
    assert bench.count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == 3


def test_nesting_is_refused_before_it_reaches_a_worker(bench: Bench) -> None:
    """Thousands of braces are counted, not parsed."""
    for bracket in ("{", "(", "["):
        with pytest.raises(QueryTooLarge):
            bench.runner.run(Query(text="SELECT * {" + bracket * 9_000))


def past_the_guard(bench: Bench, text: str) -> Any:
    """What a worker does with a text that the guard never saw."""
    header = {
        "snapshot": bench.graph.snapshot().as_dict(), "accept": None, "default_graphs": None, "named_graphs": None,
        "bindings": {}, "rows": 10, "bytes": 1000, "base": "http://localhost:8000/",
    }  # fmt: skip
    return bench.pool.call("query", header, [text.encode()])


def test_a_bomb_past_the_guard_ends_its_worker_only(bench: Bench) -> None:
    """What crashes the engine's parser is an error for that query alone."""
    with pytest.raises(QueryTimeout) as caught:
        past_the_guard(bench, "SELECT * " + "{" * 9_000 + "}" * 9_000)
    assert caught.value.extra["limit"] == "crash"
    assert bench.count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == 3


WAYS_OUT = {
    "plain": "SELECT * {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
    "silent": "SELECT * {{ SERVICE SILENT <{there}> {{ ?s ?p ?o }} }}",
    "lower case": "select * {{ service<{there}>{{}} }}",
    "hidden in a comparison": "SELECT * {{ FILTER(1<2)SERVICE#>\n<{there}>{{ ?s ?p ?o }} }}",
    "hidden in a string": "SELECT * {{ FILTER(1<'>')SERVICE <{there}>{{ ?s ?p ?o }} #'\n }}",
    "glued": "PREFIX x: <{there}> SELECT * {{ SERVICEx:a {{ ?s ?p ?o }} }}",
    "carrying data": "SELECT * {{ ?r schema:name ?name "
    "BIND(IRI(CONCAT('{there}?leak=', ENCODE_FOR_URI(?name))) AS ?e) "
    "FILTER EXISTS {{ SERVICE ?e {{ ?s ?p ?o }} }} }}",
    "subquery": "SELECT * {{ {{ SELECT * {{ SERVICE <{there}> {{}} }} }} }}",
    "lateral": "SELECT * {{ LATERAL {{ SERVICE <{there}> {{}} }} }}",
    "construct": "CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
    "describe": "DESCRIBE ?s {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
    "ask": "ASK {{ SERVICE <{there}> {{}} }}",
    "union": "ASK {{ {{}} UNION {{ SERVICE <{there}> {{}} }} }}",
    "minus": "SELECT * {{ ?s ?p ?o MINUS {{ SERVICE <{there}> {{ ?s ?p ?o }} }} }}",
    "file": "SELECT * {{ SERVICE <file:///etc/passwd> {{ ?s ?p ?o }} }}",
    "load": "LOAD <{there}>",
    "load after": "ASK {{}} ; LOAD <{there}>",
    "insert": "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
}


@pytest.mark.parametrize("name", WAYS_OUT)
def test_no_query_reaches_the_network(bench: Bench, listener: tuple[str, list[bytes]], name: str) -> None:
    """The guard refuses every way out; past the guard the sandbox does; nothing arrives at the listener."""
    there, heard = listener
    text = WAYS_OUT[name].format(there=there)
    with pytest.raises((ForbiddenQuery, MalformedQuery)):
        bench.runner.run(Query(text=text))
    with suppress(ImagegraphError):
        past_the_guard(bench, text)
    time.sleep(0.12)
    assert heard == []


@pytest.mark.parametrize("dataset", ["FROM <{there}>", "FROM NAMED <{there}>", "FROM <file:///etc/passwd>"])
def test_a_dataset_is_never_fetched(bench: Bench, listener: tuple[str, list[bytes]], dataset: str) -> None:
    """FROM names graphs that are here, not documents to load."""
    there, heard = listener
    assert bench.count(DEFAULT.format(dataset=dataset.format(there=there))) == 0
    assert bench.count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", default_graphs=(there,)) == 0
    assert heard == []


def test_shared_statements_of_several_graphs_are_one(bench: Bench) -> None:
    """A default graph made of several graphs is their merge, by protocol and by FROM, whatever they share."""
    shared = f'<http://example.org/p> <{NAME}> "Josiah Carberry" .\n'.encode()
    for graph in (A, B):
        bench.graph.replace(graph, shared, new=True)
    counting = "SELECT (COUNT(?x) AS ?n) {} {{ ?x <" + NAME + '> "Josiah Carberry" }}'
    assert bench.count(counting.format("")) == 1
    assert bench.count(counting.format(""), default_graphs=(A, B)) == 1
    assert bench.count(counting.format(f"FROM <{A}> FROM <{B}>")) == 1
    named = (
        f"SELECT (COUNT(?g) AS ?n) FROM <{A}> FROM <{B}> FROM NAMED <{A}> {{ GRAPH ?g {{ ?x <{NAME}> ?y }} }}"
    )
    assert bench.count(named) == 2
