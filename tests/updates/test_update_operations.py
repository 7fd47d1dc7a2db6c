"""Each kind of operation of SPARQL 1.1 Update, and what it makes of records."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from update_requests import BASE, RECORDS, Send, lines, newest, put, study

from imagegraph.operations.services import Services

A, B, C = (f"{RECORDS}{id}" for id in "abc")
NAME = "<http://schema.org/name>"
P = "<http://example.org/p>"


@pytest.fixture(name="records", autouse=True)
def _records(client: TestClient) -> None:
    """Two records, about different studies."""
    put(client, "a", study("First", about="https://doi.org/10.5072/a"))
    put(client, "b", study("Second", about="https://doi.org/10.5072/b"))


def values(client: TestClient, id: str) -> list[str]:
    """What a record says by the property of the test."""
    return sorted(line.split(f"{P} ")[1].removesuffix(" .") for line in lines(client, id) if f" {P} " in line)


def test_insert_data_adds_to_a_record(client: TestClient, services: Services, update: Send) -> None:
    """The statements that were there stay; the record that was not named keeps its version."""
    before = set(lines(client, "a"))
    assert (
        update(f'INSERT DATA {{ GRAPH <{A}> {{ <https://doi.org/10.5072/a> {P} "x" }} }}').status_code == 204
    )
    assert set(lines(client, "a")) - before == {f'<https://doi.org/10.5072/a> {P} "x" .'}
    assert before < set(lines(client, "a"))
    assert (newest(services, "a"), newest(services, "b")) == (2, 1)


def test_insert_data_makes_a_record(client: TestClient, services: Services, update: Send) -> None:
    """A graph that was not there is a new record, and what it is about is seen from its statements."""
    text = f"INSERT DATA {{ GRAPH <{C}> {{ <https://doi.org/10.5072/c> a ig:Study ; schema:name 'Third' }} }}"
    assert update(text).status_code == 204
    known = services.journal.find("c")
    assert known is not None
    assert (known.version, known.about, known.type, known.title) == (
        1, "https://doi.org/10.5072/c", "Study", "Third",
    )  # fmt: skip


def test_delete_data_removes_one_statement(client: TestClient, update: Send) -> None:
    """Only what is named; what is not there does no harm."""
    update(f"INSERT DATA {{ GRAPH <{A}> {{ <https://doi.org/10.5072/a> {P} 1 , 2 }} }}")
    text = f"DELETE DATA {{ GRAPH <{A}> {{ <https://doi.org/10.5072/a> {P} 1 , 7 }} }}"
    assert update(text).status_code == 204
    assert values(client, "a") == ['"2"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_delete_where_takes_every_match(client: TestClient, services: Services, update: Send) -> None:
    """Whatever graph the variable stands for."""
    update(
        f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/1> {P} 'x' }} GRAPH <{B}> {{ <http://e/2> {P} 'x' , 'y' }} }}"
    )
    assert update(f"DELETE WHERE {{ GRAPH ?g {{ ?s {P} 'x' }} }}").status_code == 204
    assert (values(client, "a"), values(client, "b")) == ([], ['"y"'])
    assert (newest(services, "a"), newest(services, "b")) == (3, 3)


@pytest.mark.parametrize(
    "text",
    [
        f"WITH <{A}> DELETE {{ ?s {NAME} ?old }} INSERT {{ ?s {NAME} 'New' }} WHERE {{ ?s {NAME} ?old }}",
        f"DELETE {{ GRAPH <{A}> {{ ?s {NAME} ?old }} }} INSERT {{ GRAPH <{A}> {{ ?s {NAME} 'New' }} }} "
        f"USING <{A}> WHERE {{ ?s {NAME} ?old }}",
        f"BASE <{BASE}> DELETE {{ GRAPH <records/a> {{ ?s {NAME} ?old }} }} "
        f"INSERT {{ GRAPH <records/a> {{ ?s {NAME} 'New' }} }} "
        f"WHERE {{ GRAPH <records/a> {{ ?s {NAME} ?old }} }}",
        f"PREFIX r: <{RECORDS}> DELETE {{ GRAPH ?g {{ ?s {NAME} 'First' }} }} INSERT {{ GRAPH ?g {{ ?s {NAME} 'New' }} }} "
        f"USING NAMED r:a WHERE {{ GRAPH ?g {{ ?s {NAME} ?old }} }}",
        f"DELETE {{ GRAPH ?g {{ ?s {NAME} 'First' }} }} INSERT {{ GRAPH ?g {{ ?s {NAME} 'New' }} }} "
        f"WHERE {{ ?s {NAME} 'First' GRAPH ?g {{ ?s a ig:Study }} }}",
    ],
    ids=["WITH", "USING", "relative names", "USING NAMED", "default graph in WHERE"],
)
def test_a_value_is_changed(client: TestClient, services: Services, update: Send, text: str) -> None:
    """The old one leaves, the new one comes, however the graph is named; the title follows."""
    assert update(text).status_code == 204
    names = [line for line in lines(client, "a") if NAME in line]
    assert names == [f'<https://doi.org/10.5072/a> {NAME} "New" .']
    known = services.journal.find("a")
    assert known is not None
    assert (known.title, known.version, newest(services, "b")) == ("New", 2, 1)


@pytest.mark.parametrize("verb", ["DROP", "CLEAR"])
def test_a_graph_that_is_dropped_is_a_deleted_record(client: TestClient, update: Send, verb: str) -> None:
    """Its history stays; the address says that it was deleted."""
    assert update(f"{verb} GRAPH <{A}>").status_code == 204
    assert client.get("/records/a").status_code == 410
    assert client.get("/records/a/versions").json()["items"][0]["deleted"] is True
    assert client.get("/records/b").status_code == 200


def test_a_record_of_which_nothing_is_left_is_deleted(client: TestClient, update: Send) -> None:
    """There are no empty graphs."""
    assert update(f"WITH <{A}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}").status_code == 204
    assert client.get("/records/a").status_code == 410


@pytest.mark.parametrize("text", ["CLEAR ALL", "DROP ALL", "DROP NAMED", "CLEAR NAMED"])
def test_all_records_are_deleted_and_nothing_else(
    client: TestClient, services: Services, update: Send, text: str
) -> None:
    """The graphs that the service makes follow from the records; a record that was deleted before stays as it is."""
    client.delete("/records/b", headers={"If-Match": "*"})
    assert update(text).status_code == 204
    assert client.get("/records").json()["items"] == []
    assert (newest(services, "a"), newest(services, "b")) == (2, 2)
    assert update(text).status_code == 204
    assert services.journal.head == 4
    assert any(name.startswith(f"{BASE}terms/") for name in services.graph.graphs())


def test_create_keeps_nothing(services: Services, update: Send) -> None:
    """An empty graph is no record; one that is there is said so, unless that is silent."""
    assert update(f"CREATE GRAPH <{C}>").status_code == 204
    assert newest(services, "c") == 0
    assert update(f"CREATE GRAPH <{A}>").status_code == 400
    assert update(f"CREATE SILENT GRAPH <{A}>").status_code == 204
    assert newest(services, "a") == 1


def test_copy_move_and_add(client: TestClient, services: Services, update: Send) -> None:
    """COPY replaces, ADD merges, MOVE deletes where it was."""
    update(f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/1> {P} 'a' }} GRAPH <{B}> {{ <http://e/1> {P} 'b' }} }}")
    assert update(f"ADD <{A}> TO <{B}>").status_code == 204
    assert values(client, "b") == ['"a"', '"b"']
    assert update(f"COPY GRAPH <{A}> TO <{B}>").status_code == 204
    assert values(client, "b") == ['"a"']
    assert update(f"MOVE <{B}> TO <{C}>").status_code == 204
    assert values(client, "c") == ['"a"']
    assert client.get("/records/b").status_code == 410
    assert newest(services, "a") == 2


def test_the_merge_can_be_copied(client: TestClient, update: Send) -> None:
    """The default graph is read like any other."""
    assert update(f"COPY DEFAULT TO <{C}>").status_code == 204
    assert set(lines(client, "a")) | set(lines(client, "b")) <= set(lines(client, "c"))


@pytest.mark.parametrize("text", [f"DROP GRAPH <{C}>", f"CLEAR GRAPH <{C}>", f"MOVE <{C}> TO <{A}>"])
def test_what_is_not_there_is_said(services: Services, update: Send, text: str) -> None:
    """404 that names the graph, unless it is silent."""
    response = update(text)
    assert response.status_code == 404
    assert f"<{C}>" in response.json()["detail"]
    verb, _, rest = text.partition(" ")
    assert update(f"{verb} SILENT {rest}").status_code == 204


def test_operations_see_what_those_before_them_did(client: TestClient, update: Send) -> None:
    """In their graphs, and in the merge of all: what came is there, and what no record says any more is not."""
    text = f"""
        INSERT DATA {{ GRAPH <{A}> {{ <http://e/new> {P} "new" }} }} ;
        WITH <{B}> DELETE {{ ?s {NAME} "Second" }} INSERT {{ ?s {NAME} "Changed" }} WHERE {{ ?s {NAME} "Second" }} ;
        INSERT {{ GRAPH <{C}> {{ ?s {P} ?value }} }} WHERE {{ ?s {P}|{NAME} ?value }}"""
    assert update(text).status_code == 204
    assert values(client, "c") == ['"Changed"', '"First"', '"new"']


def test_a_name_of_any_kind_is_a_record(client: TestClient, services: Services, update: Send) -> None:
    """The same one that the Graph Store Protocol finds by that name; a variable may bring the name, too."""
    named = "https://example.org/slides"
    update(f"INSERT DATA {{ GRAPH <{named}> {{ <http://e/1> {P} 1 }} }}")
    update(f"INSERT DATA {{ GRAPH <{named}> {{ <http://e/1> {P} 2 }} }}")
    update(f"INSERT {{ GRAPH ?g {{ <http://e/1> {P} 3 }} }} WHERE {{ BIND(IRI('{named}') AS ?g) }}")
    read = client.get(
        "/rdf-graphs/service", params={"graph": named}, headers={"Accept": "application/n-triples"}
    )
    assert len(read.text.splitlines()) == 3
    assert (
        update(
            f"DELETE {{ GRAPH <{named}> {{ ?s {P} 2 }} }} WHERE {{ GRAPH <{named}> {{ ?s {P} 2 }} }}"
        ).status_code
        == 204
    )
    (listed,) = [one for one in services.journal.summaries() if one.id.startswith("slides-")]
    assert (listed.version, values(client, listed.id)[1:]) == (
        4, ['"3"^^<http://www.w3.org/2001/XMLSchema#integer>'],
    )  # fmt: skip
    assert update(f"DROP GRAPH <{named}>").status_code == 204
    assert client.get(f"/records/{listed.id}").status_code == 410


def test_graphs_with_new_names_are_new_records(services: Services, update: Send) -> None:
    """One for each row, though the engine makes the names."""
    text = (
        "INSERT { GRAPH ?new { ?s a ig:Study ; schema:name ?name } } "
        "WHERE { ?s a ig:Study ; schema:name ?name BIND(UUID() AS ?new) }"
    )
    assert update(text).status_code == 204
    assert len(services.journal.summaries()) == 4


def test_the_dataset_of_the_protocol(client: TestClient, update: Send) -> None:
    """using-graph-uri and using-named-graph-uri stand for USING; DELETE WHERE reads from them as well."""
    copy = f"INSERT {{ GRAPH <{C}> {{ ?s {P} ?n }} }} WHERE {{ ?s {NAME} ?n }}"
    assert update(copy, **{"using-graph-uri": B}).status_code == 204
    assert values(client, "c") == ['"Second"']
    named = f"INSERT {{ GRAPH <{C}> {{ ?s {P} ?n }} }} WHERE {{ GRAPH ?g {{ ?s {NAME} ?n }} }}"
    assert update(named, **{"using-named-graph-uri": [A]}).status_code == 204
    assert values(client, "c") == ['"First"', '"Second"']
    gone = f"DELETE WHERE {{ GRAPH ?g {{ ?s {P} ?n }} }}"
    assert update(gone, **{"using-named-graph-uri": A}).status_code == 204
    assert len(values(client, "c")) == 2
    assert update(gone, **{"using-named-graph-uri": C}).status_code == 204
    assert client.get("/records/c").status_code == 410


def test_nothing_to_do_is_done(services: Services, update: Send) -> None:
    """An update without an operation, or one that matches nothing."""
    for text in ("", "# nothing", f"DELETE WHERE {{ GRAPH ?g {{ ?s {P} ?o }} }} ;"):
        assert update(text).status_code == 204
    assert services.journal.head == 2


@pytest.mark.parametrize("by", ["USING", "the protocol"])
def test_several_default_graphs_are_one_set(client: TestClient, update: Send, by: str) -> None:
    """A statement that two of them make counts once, however they are named."""
    update(
        f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/1> {P} 1 , 2 }} GRAPH <{B}> {{ <http://e/1> {P} 2 , 3 }} }}"
    )
    clauses = f"USING <{A}> USING NAMED <{A}> USING <{B}>" if by == "USING" else ""
    text = f"INSERT {{ GRAPH <{C}> {{ <http://e/1> {P} ?n }} }} {clauses} WHERE {{ SELECT (COUNT(*) AS ?n) {{ ?s {P} ?o }} }}"
    assert update(text, **({} if clauses else {"using-graph-uri": [A, B]})).status_code == 204
    assert values(client, "c") == ['"3"^^<http://www.w3.org/2001/XMLSchema#integer>']
