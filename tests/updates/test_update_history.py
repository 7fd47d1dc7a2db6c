"""What an update leaves in the history: versions with who and why, entries of the audit log; all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient
from update_requests import RECORDS, TURTLE, Send, lines, newest, put, study

from imagegraph.api.app import create_app
from imagegraph.bootstrap import rebuild
from imagegraph.errors import PreconditionFailed
from imagegraph.operations.projection import verify
from imagegraph.operations.services import Services
from imagegraph.operations.updates import apply_update
from imagegraph.ports.workers import GraphChange, Update

A, B = f"{RECORDS}a", f"{RECORDS}b"
P = "<http://example.org/p>"
RENAME = (
    "DELETE { GRAPH ?g { ?s schema:name ?n } } INSERT { GRAPH ?g { ?s schema:name ?new } } "
    "WHERE { GRAPH ?g { ?s schema:name ?n } BIND(CONCAT(?n, ' (checked)') AS ?new) }"
)


@pytest.fixture(name="records", autouse=True)
def _records(client: TestClient) -> None:
    put(client, "a", study("First", about="https://doi.org/10.5072/a"))
    put(client, "b", study("Second", about="https://doi.org/10.5072/b"))


def test_every_touched_record_gets_a_version(client: TestClient, services: Services, update: Send) -> None:
    """With who, why, and what was there before; the audit log names each."""
    assert update(RENAME, reason="names were checked").status_code == 204
    for id in "ab":
        first, second = reversed(client.get(f"/records/{id}/versions").json()["items"])
        assert (second["version"], second["reason"], second["agent"]) == (2, "names were checked", "HTTP API")
        assert second["source"] == f"SPARQL update of {id}"
        assert first["version"] == 1
        difference = client.get(f"/records/{id}/diff?from=1&to=2").json()
        assert (difference["added"], difference["removed"]) == (1, 1)
    noted = list(services.audit.entries(action="record.update"))
    assert [(entry.object, entry.outcome, entry.entry) for entry in noted] == [
        ("b", "version 2", 4), ("a", "version 2", 3),
    ]  # fmt: skip
    assert noted[0].request


def test_doing_it_again_makes_no_version(services: Services, update: Send) -> None:
    """What is there already is not written again."""
    text = f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/s> {P} 1.50 , 'x' }} }}"
    for _ in range(3):
        assert update(text).status_code == 204
    assert newest(services, "a") == 2


def test_the_answer_tells_what_became_of_each_record(update: Send) -> None:
    """For whoever asks for JSON; the default is 204 without a body."""
    text = f"DROP GRAPH <{B}> ; INSERT DATA {{ GRAPH <{A}> {{ <http://e/s> {P} 1 }} GRAPH <{RECORDS}c> {{ <http://e/s> {P} 1 }} }}"
    response = update(text, headers={"Accept": "application/json"})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    told = {one["id"]: (one["status"], one["version"]) for one in response.json()["records"]}
    assert told == {"a": ("stored", 2), "c": ("stored", 1), "b": ("deleted", 2)}
    again = update(text.partition(";")[2], headers={"Accept": "application/json"})
    assert again.json() == {"records": []}
    plain = update(text.partition(";")[2], headers={"Accept": "*/*"})
    assert (plain.status_code, plain.content) == (204, b"")


def test_one_bad_record_refuses_all(client: TestClient, services: Services, update: Send) -> None:
    """422 with the report of all that break rules; neither versions nor deletions are kept."""
    before = services.graph.digest()
    text = f"DELETE {{ GRAPH ?g {{ ?s schema:name ?n }} }} WHERE {{ GRAPH ?g {{ ?s schema:name ?n }} }} ; INSERT DATA {{ GRAPH <{RECORDS}c> {{ <http://e/s> {P} 1 }} }}"
    response = update(text)
    problem = response.json()
    assert (response.status_code, problem["type"]) == (422, "/problems/validation-failed")
    broken = [one for one in problem["report"]["results"] if one["severity"] == "violation"]
    assert {one["focus"] for one in broken} == {"https://doi.org/10.5072/a", "https://doi.org/10.5072/b"}
    assert {one["source"] for one in broken} == {"SPARQL update of a", "SPARQL update of b"}
    one_bad = f"INSERT DATA {{ GRAPH <{B}> {{ <http://e/s> {P} 1 }} }} ; DROP GRAPH <{A}> ; INSERT DATA {{ GRAPH <{A}> {{ <http://e/s> a ig:Study }} }}"
    assert update(one_bad).status_code == 422
    bad_iri = f"INSERT DATA {{ GRAPH <{B}> {{ <http://e/s> {P} 1 }} GRAPH <{A}> {{ <http://e/s> {P} <https://orcid.org/0000-0002-1825-0098> }} }}"
    refused = update(bad_iri)
    assert (refused.status_code, refused.json()["source"]) == (422, "SPARQL update of a")
    assert (services.journal.head, services.graph.digest()) == (2, before)


def test_a_deleted_record_comes_back_with_its_history(services: Services, update: Send) -> None:
    """Inserting into the graph of a record that was deleted is its next version."""
    update(f"DROP GRAPH <{A}>")
    assert update(f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/s> {P} 1 }} }}").status_code == 204
    assert newest(services, "a") == 3
    assert services.journal.version("a").ntriples == f'<http://e/s> {P} "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'.encode()  # fmt: skip


def test_the_graph_is_what_the_journal_says(services: Services, update: Send) -> None:
    """Chain, contents and projection verify after updates, and the graph can be made anew."""
    update(RENAME)
    update(f"MOVE <{A}> TO <{RECORDS}c> ; INSERT DATA {{ GRAPH <{B}> {{ _:x {P} 0.250 , [] }} }}")
    assert list(verify(services.journal, services.graph, base=services.settings.base)) == []


def test_what_is_racing_is_not_lost(client: TestClient, services: Services, update: Send) -> None:
    """Updates of one record at the same time are done one after the other, or the sender is told."""

    def send(number: int) -> int:
        if number % 3:
            return update(f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/s> {P} {number} }} }}").status_code
        content = f"<http://e/s> {P} {number} ."
        return client.post(f"/rdf-graphs/service?graph={A}", content=content, headers=TURTLE).status_code

    with ThreadPoolExecutor(4) as threads:
        statuses = list(threads.map(send, range(1, 9)))
    assert set(statuses) <= {200, 204, 412}
    done = {number for number, status in enumerate(statuses, start=1) if status != 412}
    assert len(done) >= 3
    there = {int(line.split('"')[1]) for line in lines(client, "a") if f" {P} " in line}
    assert there == done
    assert newest(services, "a") == 1 + len(done)


def test_questions_see_all_of_an_update_or_nothing(
    client: TestClient, services: Services, update: Send
) -> None:
    """Also while its records are being written to the graph."""
    made = " ".join(f"GRAPH <{RECORDS}r{n}> {{ <http://e/{n}> {P} 'old' }}" for n in range(60))
    assert update(f"INSERT DATA {{ {made} }}").status_code == 204
    text = f"DELETE {{ GRAPH ?g {{ ?s {P} 'old' }} }} INSERT {{ GRAPH ?g {{ ?s {P} 'new' }} }} WHERE {{ GRAPH ?g {{ ?s {P} 'old' }} }}"
    question = f"SELECT (COUNT(*) AS ?n) {{ ?s {P} 'new' }}"
    seen = []
    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(update, text)
        while True:
            is_done = running.done()
            answer = client.get("/sparql", params={"query": question}).json()
            seen.append(int(answer["results"]["bindings"][0]["n"]["value"]))
            if is_done:
                break
    assert running.result().status_code == 204
    assert set(seen) <= {0, 60}
    assert seen[-1] == 60


class _Meddling:
    """Lets somebody change a record after each run of an update, before its changes are kept."""

    def __init__(self, services: Services, *, times: int) -> None:
        self._services, self.times, self.runs = services, times, 0

    def run(self, update: Update) -> Sequence[GraphChange]:
        changes = self._services.update_runner.run(update)
        self.runs += 1
        if self.runs <= self.times:
            apply_update(
                self._services,
                Update(text=f"INSERT DATA {{ GRAPH <{A}> {{ <http://e/other> {P} {self.runs} }} }}"),
                agent="somebody else",
                reason="meanwhile",
            )
        return changes

    def respelled(self, change: GraphChange, *, kept: bytes) -> bytes | None:
        return self._services.update_runner.respelled(change, kept=kept)


@pytest.mark.parametrize("times", [1, 4])
def test_an_update_that_came_too_late_is_done_again(
    client: TestClient, services: Services, times: int
) -> None:
    """On what the other one left; both changes are there."""
    from dataclasses import replace

    meddling = _Meddling(services, times=times)
    done = TestClient(create_app(replace(services, update_runner=meddling))).post(
        "/sparql", data={"update": RENAME}
    )
    assert (done.status_code, meddling.runs) == (204, times + 1)
    said = "\n".join(lines(client, "a"))
    assert "First (checked)" in said
    assert said.count("<http://e/other>") == times
    assert newest(services, "b") == 2


def test_an_update_that_is_always_too_late_is_refused(services: Services) -> None:
    """After a few tries; nothing of it is kept."""
    from dataclasses import replace

    meddling = _Meddling(services, times=100)
    with pytest.raises(PreconditionFailed, match="send it again"):
        apply_update(replace(services, update_runner=meddling), Update(text=RENAME), agent="late", reason="-")
    assert (newest(services, "b"), newest(services, "a")) == (1, 1 + meddling.runs)


def test_the_graph_can_be_made_anew(services: Services, update: Send) -> None:
    """After an update the projection that is there is the one that the journal makes."""
    update(RENAME)
    settings = services.settings
    folder = settings.data.with_name("copy")
    services.ingest.save()
    digest = services.graph.digest()
    folder.mkdir()
    for name in ("journal.sqlite", "journal.sqlite-wal", "journal.head"):
        source = settings.data / name
        if source.is_file():
            (folder / name).write_bytes(source.read_bytes())
    assert rebuild(settings.model_copy(update={"data": folder}))[1] == digest
