"""The audit log: who did what when from where, and that it can be proven."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from past_records import TURTLE, study, with_a_past
from starlette.testclient import TestClient
from typer.testing import CliRunner

from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.adapters.sqlite.audit import SqliteAuditLog, note_version
from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.cli.application import application
from imagegraph.operations.history.auditing import audit_problems
from imagegraph.operations.services import Services
from imagegraph.settings import Settings
from imagegraph.testing.samples import sample_record


def test_every_change_is_noted(client: TestClient) -> None:
    """Create, replace, delete and restore leave an entry each, with the client and the id of the request."""
    past = with_a_past(client, "audited")
    headers = {"If-Match": client.get(past.url).headers["etag"]}
    done = client.post(f"{past.url}/versions/1/restore?reason=private words", headers=headers)
    items = client.get("/audit", params={"object": "audited"}).json()["items"]
    assert [(one["action"], one["outcome"]) for one in reversed(items)] == [
        ("record.create", "version 1"), ("record.replace", "version 2"), ("record.delete", "version 3"),
        ("record.replace", "version 4"), ("record.restore", "version 5"),
    ]  # fmt: skip
    assert {one["client"] for one in items} == {"127.0.0.1"}
    assert {one["agent"] for one in items} == {"HTTP API"}
    assert items[0]["request"] == done.headers["x-request-id"]
    assert "private words" not in str(items)
    assert "Name 1" not in str(items)


def test_unchanged_and_refused_documents_change_nothing(client: TestClient) -> None:
    """What was not accepted is no change."""
    content = study("Same", iri="https://doi.org/10.5072/audited-same")
    client.put("/records/audited-same", content=content, headers=TURTLE)
    client.put("/records/audited-same", content=content, headers=TURTLE)
    client.put("/records/audited-same", content=b"<", headers=TURTLE)
    assert len(client.get("/audit?object=audited-same").json()["items"]) == 1


def test_forgetting_an_identifier_is_noted(client: TestClient) -> None:
    """An answer that is deleted leaves an entry with the identifier."""
    assert client.delete("/identifiers/orcid/0000-0002-1825-0097").status_code == 204
    (entry,) = client.get("/audit?action=identifier.forget").json()["items"]
    assert entry["object"] == "https://orcid.org/0000-0002-1825-0097"


@pytest.fixture(name="stranger")
def _stranger(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), client=("192.0.2.7", 1)) as client:
        yield client


def test_refusals_are_noted(client: TestClient, stranger: TestClient) -> None:
    """A request without the right to what it asks is noted with its address; the log itself is closed to it."""
    refused = stranger.delete("/records/audited?reason=secret")
    assert refused.status_code == 401
    assert stranger.get("/audit").status_code == 401
    newest = client.get("/audit", params={"action": "request.refuse", "limit": 2}).json()["items"]
    assert [(one["object"], one["outcome"]) for one in newest] == [
        ("GET /audit", "401"), ("DELETE /records/audited", "401"),
    ]  # fmt: skip
    assert {one["client"] for one in newest} == {"192.0.2.7"}
    assert {one["agent"] for one in newest} == {"anonymous"}
    assert newest[1]["request"] == refused.headers["x-request-id"]


def test_a_flood_of_refusals_does_not_fill_the_disk(client: TestClient, stranger: TestClient) -> None:
    """So many a minute are noted; the others are only counted."""
    for _ in range(200):
        stranger.get("/audit")
    found = client.get("/audit", params={"action": "request.refuse", "limit": 1000}).json()["items"]
    assert len(found) < 150


def test_the_log_is_paged(client: TestClient) -> None:
    """`next` leads to older entries; each is chained to the one before; a filter stays on all pages."""
    first = client.get("/audit?limit=2")
    older = client.get(first.json()["next"])
    assert first.links["next"]["url"] == first.json()["next"]
    entries = first.json()["items"] + older.json()["items"]
    assert [one["sequence"] for one in entries] == list(
        range(entries[0]["sequence"], entries[0]["sequence"] - 4, -1)
    )
    assert all(new["previous_hash"] == old["hash"] for new, old in pairwise(entries))
    assert "action=record.create" in client.get("/audit?action=record.create&limit=1").json()["next"]
    assert client.get("/audit?limit=0").status_code == 400
    assert client.get("/audit?before=99999999999999999999").status_code == 400


def test_the_log_of_the_service_verifies(services: Services) -> None:
    """After everything above the chain holds, and every change has its entry."""
    assert list(audit_problems(services.audit, services.journal)) == []


TAMPERING = {
    "UPDATE audit SET agent = 'Eve' WHERE sequence = 2": "was altered",
    "DELETE FROM audit WHERE sequence = 2": "entry 2 is missing",
    "DELETE FROM audit WHERE sequence = 4": "ends at journal entry 3",
    "UPDATE audit SET previous_hash = 'x' WHERE sequence = 3": "does not follow",
    "UPDATE audit SET entry = 9 WHERE sequence = 4": "tells of journal entry 9",
}


@pytest.mark.parametrize("statement", TAMPERING)
def test_tampering_is_found(tmp_path: Path, statement: str) -> None:
    """An entry that is changed or taken away is told with its place."""
    journal = SqliteJournal(tmp_path / "j", also=note_version)
    audit = SqliteAuditLog(tmp_path / "j")
    for number in range(4):
        journal.append([sample_record(f"r{number}")], agent="Ada", reason="-")
    assert list(audit_problems(audit, journal)) == []
    with closing(sqlite3.connect(tmp_path / "j")) as connection, connection:
        connection.execute(statement)
    told = [problem.what for problem in audit_problems(audit, journal)]
    assert any(TAMPERING[statement] in what for what in told), told


def test_changes_from_before_the_log_need_no_entry(tmp_path: Path) -> None:
    """A data folder that is older than the log verifies."""
    journal = SqliteJournal(tmp_path / "j")
    journal.append([sample_record("a")], agent="Ada", reason="-")
    journal.close()
    journal = SqliteJournal(tmp_path / "j", also=note_version)
    audit = SqliteAuditLog(tmp_path / "j")
    assert list(audit_problems(audit, journal)) == []
    journal.append([sample_record("b")], agent="Ada", reason="-")
    assert list(audit_problems(audit, journal)) == []


def test_the_command_lists_and_verify_proves(tmp_path: Path) -> None:
    """`audit` lists what the command line did; `verify` tells when an entry was altered."""
    run = CliRunner().invoke
    (tmp_path / "s.ttl").write_bytes(study("A", iri="https://doi.org/10.5072/cli"))
    data = ["--data", str(tmp_path / "data")]
    assert run(application, ["import", str(tmp_path / "s.ttl"), *data]).exit_code == 0
    line = run(application, ["audit", *data]).stdout
    assert "record.create" in line
    assert "command line" in line
    assert (
        '"record.create"' in run(application, ["audit", "--json", "--action", "record.create", *data]).stdout
    )
    assert run(application, ["audit", "--agent", "nobody", *data]).stdout == ""
    assert run(application, ["verify", *data]).exit_code == 0
    with closing(sqlite3.connect(tmp_path / "data" / "journal.sqlite")) as connection, connection:
        connection.execute("UPDATE audit SET agent = 'Eve'")
    done = run(application, ["verify", *data])
    assert done.exit_code == 1
    assert "audit entry 1: was altered" in done.stdout


def test_tokens_persons_and_sessions_are_noted(tmp_path: Path) -> None:
    """Who was given access and who came in stands in the log; secrets do not."""
    data = ["--data", str(tmp_path / "data")]
    ran = CliRunner()
    made = ran.invoke(application, ["token", "create", "robot", "--scope", "admin", "--json", *data])
    token = json.loads(made.stdout)
    for arguments in (
        ["person", "admit", "0000-0002-1825-0097"],
        ["person", "revoke", "0000-0002-1825-0097"],
    ):
        assert ran.invoke(application, [*arguments, *data]).exit_code == 0
    with open_services(Settings(data=tmp_path / "data")) as services:
        browser = TestClient(create_app(services), follow_redirects=False)
        ours = {"Sec-Fetch-Site": "same-origin"}
        assert browser.post("/sign-in", data={"token": token["token"]}, headers=ours).status_code == 303
        assert browser.post("/sign-out", headers=ours).status_code == 303
    assert ran.invoke(application, ["token", "revoke", "robot", *data]).exit_code == 0
    shown = ran.invoke(application, ["audit", "--json", *data]).stdout
    items = json.loads(shown)
    assert [(one["action"], one["agent"]) for one in reversed(items)] == [
        ("token.create", "command line"), ("project.grant", "command line"), ("person.admit", "command line"),
        ("project.grant", "command line"), ("person.revoke", "command line"),
        ("session.begin", "token robot"), ("session.end", "token robot"), ("token.revoke", "command line"),
    ]  # fmt: skip
    assert items[0]["object"] == items[-1]["object"] == token["id"]
    assert token["token"] not in shown
