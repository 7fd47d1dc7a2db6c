"""What an update leaves alone stays as it is kept, letter by letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from update_requests import RECORDS, Send, lines, newest, put, study

from imagegraph.operations.services import Services

A, B = f"{RECORDS}a", f"{RECORDS}b"
ABOUT = "<https://doi.org/10.5072/tide>"
SPELLED = (
    f"{ABOUT} <http://e/p> 0.250 , 0.25 , 01 , 1.50 , '2024-01-01T00:00:00+00:00'^^<http://www.w3.org/2001/XMLSchema#dateTime> , "
    "'01'^^<http://www.w3.org/2001/XMLSchema#boolean> , 'x'@en-GB , '007'^^<http://www.w3.org/2001/XMLSchema#int> ."
)
EXAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "data").rglob("*") if path.suffix in (".yaml", ".json", ".xml", ".ttl", ".rdf", ".ome")
)  # fmt: skip


def test_statements_that_stay_keep_their_spelling(
    client: TestClient, services: Services, update: Send
) -> None:
    """The engine rewrites 0.250; the record does not, in graphs that are touched and in those that are not."""
    put(client, "a", study("Tide", more=SPELLED))
    put(client, "b", study("Ebb", more=SPELLED))
    before = lines(client, "a")
    assert sum("0.250" in line or '"01"' in line for line in before) >= 2
    assert update(f"INSERT DATA {{ GRAPH <{A}> {{ {ABOUT} <http://e/q> 'new' }} }}").status_code == 204
    assert sorted([*before, f'{ABOUT} <http://e/q> "new" .']) == lines(client, "a")
    assert update(f"WITH <{A}> DELETE {{ ?s ?p 'new' }} WHERE {{ ?s ?p 'new' }}").status_code == 204
    assert lines(client, "a") == before
    assert newest(services, "b") == 1


def test_a_number_is_found_however_it_is_spelled(client: TestClient, update: Send) -> None:
    """0.25 deletes 0.250, of which the engine knows nothing; other numbers stay."""
    put(client, "a", study("Tide", more=SPELLED))
    assert update(f"DELETE DATA {{ GRAPH <{A}> {{ {ABOUT} <http://e/p> 0.2500 }} }}").status_code == 204
    left = "\n".join(lines(client, "a"))
    assert '"0.25' not in left
    assert '"1.50"' in left


def test_an_update_of_all_records_touches_those_that_it_changes(
    client: TestClient, services: Services, update: Send
) -> None:
    """Writing what is there already changes nothing, though the engine spells it in another way."""
    put(client, "a", study("Tide", more=SPELLED))
    put(client, "b", study("Ebb", more=SPELLED))
    text = "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert update(text).status_code == 204
    assert services.journal.head == 2


def test_what_is_written_is_normalised(client: TestClient, services: Services, update: Send) -> None:
    """Identifiers and dates become what they are in every record; doing it again changes nothing."""
    put(client, "a", study("Tide"))
    text = (
        f"INSERT DATA {{ GRAPH <{A}> {{ {ABOUT} schema:author <http://orcid.org/0000-0002-1825-0097> ; "
        "schema:datePublished '2024-5-7' } }"
    )
    for _ in range(2):
        assert update(text).status_code == 204
        said = "\n".join(lines(client, "a"))
        assert "<https://orcid.org/0000-0002-1825-0097>" in said
        assert '"2024-05-07"^^<http://www.w3.org/2001/XMLSchema#date>' in said
    assert newest(services, "a") == 2


def test_new_blank_nodes_get_names_and_old_ones_keep_theirs(client: TestClient, update: Send) -> None:
    """Each is a node of its own; what was named when the record came is not renamed."""
    put(client, "a", study("Tide", more=f"{ABOUT} <http://e/p> [ <http://e/q> 1 ] , [ <http://e/q> 2 ] ."))
    before = lines(client, "a")
    text = f"INSERT DATA {{ GRAPH <{A}> {{ {ABOUT} <http://e/p> [ <http://e/q> 1 ; <http://e/r> _:x ] . _:x <http://e/q> 9 }} }}"
    for count in (4, 6):
        assert update(text).status_code == 204
        now = lines(client, "a")
        nodes = {node for line in now for node in re.findall(r"#b-c14n\d+>", line)}
        assert len(nodes) == count
        assert set(before) < set(now)
        assert "_:" not in "\n".join(now)
    found = client.get(
        "/rdf-graphs/service", params={"graph": A}, headers={"Accept": "application/n-triples"}
    )
    assert len(set(re.findall(r"_:\w+", found.text))) == 6


def test_the_blank_node_of_a_new_record_may_be_what_it_is_about(
    client: TestClient, services: Services, update: Send
) -> None:
    """As in a document: a main thing without a name is the record itself."""
    assert (
        update(f"INSERT DATA {{ GRAPH <{A}> {{ [] a ig:Study ; schema:name 'Tide' }} }}").status_code == 204
    )
    assert services.journal.version("a").about == A
    assert f'<{A}> <http://schema.org/name> "Tide" .' in lines(client, "a")


def test_a_record_stays_about_what_it_was_about(services: Services, client: TestClient, update: Send) -> None:
    """As long as that is still described, whatever else comes; the type and the title are those of now."""
    put(client, "a", "<http://e/x> a <https://w3id.org/imagegraph/Image> ; <http://schema.org/name> 'Old' .")
    text = f"WITH <{A}> DELETE {{ ?s schema:name 'Old' }} INSERT {{ ?s schema:name 'New' . <http://e/y> a ig:Study ; schema:name 'Tide' }} WHERE {{ ?s schema:name 'Old' }}"
    assert update(text).status_code == 204
    known = services.journal.find("a")
    assert known is not None
    assert (known.about, known.type, known.title) == ("http://e/x", "Image", "New")
    assert (
        update(f"WITH <{A}> DELETE {{ <http://e/x> ?p ?o }} WHERE {{ <http://e/x> ?p ?o }}").status_code
        == 204
    )
    known = services.journal.find("a")
    assert known is not None
    assert (known.about, known.type, known.title) == ("http://e/y", "Study", "Tide")


def test_the_name_of_a_node_that_is_gone_is_not_given_again(client: TestClient, update: Send) -> None:
    """A node that comes when another one leaves is another one."""
    put(client, "a", study("Tide", more=f"{ABOUT} <http://e/p> [ <http://e/q> 1 ] ."))
    text = f"WITH <{A}> DELETE {{ ?s <http://e/p> ?n . ?n <http://e/q> 1 }} INSERT {{ ?s <http://e/p> [ <http://e/q> 2 ] }} WHERE {{ ?s <http://e/p> ?n }}"
    assert update(text).status_code == 204
    nodes = set(re.findall(r"#b-c14n\d+>", "\n".join(lines(client, "a"))))
    assert nodes == {"#b-c14n1>"}


def test_a_blank_node_of_each_row_is_one_of_its_own(client: TestClient, update: Send) -> None:
    """Templates make new nodes for every solution."""
    put(client, "a", study("Tide", more=f"{ABOUT} <http://e/p> 1 , 2 , 3 ."))
    text = f"WITH <{A}> INSERT {{ ?s <http://e/has> [ <http://e/value> ?o ] }} WHERE {{ ?s <http://e/p> ?o }}"
    assert update(text).status_code == 204
    values = [line for line in lines(client, "a") if "<http://e/value>" in line]
    assert len({line.split()[0] for line in values}) == 3


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_any_record_is_changed_in_one_statement(
    client: TestClient, services: Services, update: Send, path: Path
) -> None:
    """Whatever format a record came in: one statement more is one statement more, and it is about the same thing."""
    response = client.post(
        "/records", content=path.read_bytes(), headers={"Content-Disposition": f'attachment; filename="{path.name}"'}
    )  # fmt: skip
    assert response.status_code in (200, 201), response.text
    for known in list(services.journal.summaries()):
        before = services.journal.version(known.id)
        text = f"INSERT DATA {{ GRAPH <{known.iri}> {{ <{known.about}> <http://e/q> 'new' }} }}"
        answer = update(text)
        assert answer.status_code == 204, answer.text
        after = services.journal.version(known.id)
        added = f'<{known.about}> <http://e/q> "new" .\n'.encode()
        assert after.ntriples.splitlines(True) == sorted([*before.ntriples.splitlines(True), added])
        assert (after.about, after.type, after.title) == (before.about, before.type, before.title)
        assert {f.message for f in before.report.findings if f.shape} == {
            f.message for f in after.report.findings if f.shape
        }
