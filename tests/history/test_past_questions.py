"""SPARQL and named questions about an earlier state."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from past_records import Past, study, with_a_past
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.errors import PastTooLarge
from imagegraph.model.moments import spelled
from imagegraph.model.records import Document
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query
from imagegraph.settings import Settings


@pytest.fixture(scope="module", name="past")
def _past(client: TestClient) -> Past:
    return with_a_past(client, "past-questions")


def _name(client: TestClient, past: Past, moment: str | None) -> str | None:
    query = f"SELECT ?n WHERE {{ GRAPH <http://testserver{past.url}> {{ ?s <http://schema.org/name> ?n }} ?s ?p ?n }}"
    answer = client.get("/sparql", params={"query": query, **({"asOf": moment} if moment else {})})
    assert answer.status_code == 200, answer.text
    rows = answer.json()["results"]["bindings"]
    return rows[0]["n"]["value"] if rows else None


def test_sparql_about_the_past(client: TestClient, past: Past) -> None:
    """A query with `asOf` sees the records as they were then, in their graphs and in the default graph."""
    assert [_name(client, past, past.times[n]) for n in (1, 2, 3, 4)] == ["Name 1", "Name 2", None, "Name 4"]
    before = spelled(datetime.fromisoformat(past.times[1]) - timedelta(milliseconds=1))
    assert _name(client, past, before) is None
    assert _name(client, past, "2001-01-01") is None
    assert _name(client, past, "2999-01-01") == _name(client, past, None) == "Name 4"


def test_the_past_by_post(client: TestClient, past: Past) -> None:
    """A form and a posted query take `asOf` as well."""
    query = f'ASK {{ GRAPH <http://testserver{past.url}> {{ ?s ?p "Name 2" }} }}'
    form = client.post("/sparql", data={"query": query, "asOf": past.times[2]})
    plain = client.post(
        "/sparql", params={"asOf": past.times[3]}, content=query,
        headers={"Content-Type": "application/sparql-query"},
    )  # fmt: skip
    assert (form.json()["boolean"], plain.json()["boolean"]) == (True, False)


def test_named_questions_about_the_past(client: TestClient, past: Past) -> None:
    """A named question with `asOf` counts what was there then, in every format."""
    name = client.get("/queries").json()["items"][0]["name"]
    early = client.get(f"/queries/{name}?asOf=2001-01-01")
    assert early.status_code == 200, early.text
    assert early.json()["given"] == {"asOf": "2001-01-01"}
    assert client.get(f"/queries/{name}.csv?asOf={past.times[2]}").status_code == 200
    assert client.get(f"/queries/{name}.html?asOf=2001-01-01").status_code == 200
    assert client.get(f"/queries/{name}?asOf=never").status_code == 400


def test_what_is_no_time_is_refused(client: TestClient) -> None:
    """One moment or day is asked about; anything else is a bad parameter."""
    assert client.get("/sparql", params={"query": "ASK {}", "asOf": "soon"}).status_code == 400
    assert client.get("/sparql?query=ASK%20%7B%7D&asOf=2025-01-01&asOf=2026-01-01").status_code == 400


def test_the_limits_hold_for_the_past(client: TestClient) -> None:
    """The past is asked in the same sandbox: no SERVICE, no updates."""
    query = "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    assert client.get("/sparql", params={"query": query, "asOf": "2999-01-01"}).status_code == 403


def test_a_past_that_is_too_large_is_not_made(tmp_path: Path) -> None:
    """Beyond the limit the answer is 413, nothing is left on disk, and one byte less is answered."""
    document = Document(name="s.ttl", content=study("A study", iri="https://doi.org/10.5072/large"))
    with _opened(tmp_path / "a", past_bytes=100_000_000) as services:
        list(services.ingest.take([document], agent="test", reason="test"))
        size = sum(len(version.ntriples) for version in services.journal.since(0))
    with _opened(tmp_path / "b", past_bytes=size - 1) as services:
        list(services.ingest.take([document], agent="test", reason="test"))
        with pytest.raises(PastTooLarge):
            services.query_runner.run(Query(text="ASK {}", as_of="2999-01-01T00:00:00.000Z"))
        assert list((tmp_path / "b" / "past").iterdir()) == []
        with TestClient(create_app(services), client=("127.0.0.1", 1)) as client:
            answer = client.get("/sparql", params={"query": "ASK {}", "asOf": "2999-01-01"})
        assert answer.status_code == 413
        assert "IMAGEGRAPH_PAST_BYTES" in answer.json()["detail"]
    with _opened(tmp_path / "c", past_bytes=size) as services:
        list(services.ingest.take([document], agent="test", reason="test"))
        services.query_runner.run(Query(text="ASK {}", as_of="2999-01-01T00:00:00.000Z"))
    assert not (tmp_path / "c" / "past").exists()


def test_few_states_are_kept(services: Services, client: TestClient, past: Past) -> None:
    """Asking about many times leaves few folders, and each answer is still that of its time."""
    for _ in range(2):
        for number in (1, 2, 3, 4):
            expected = past.names.get(number)
            assert _name(client, past, past.times[number]) == expected
    assert len(list((services.settings.data / "past").iterdir())) <= 3


def _opened(folder: Path, **limits: int) -> AbstractContextManager[Services]:
    settings = Settings(data=folder, base="http://testserver/", query_workers=1, intake_workers=1)
    return open_services(settings.model_copy(update=limits))
