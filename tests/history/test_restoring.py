"""Bringing versions back."""

from __future__ import annotations

import pytest
from past_records import TURTLE, Past, study, with_a_past
from starlette.testclient import TestClient


@pytest.fixture(name="past")
def _past(client: TestClient, request: pytest.FixtureRequest) -> Past:
    return with_a_past(client, request.node.name.replace("_", "-")[:60])


def _etag(client: TestClient, past: Past) -> dict[str, str]:
    return {"If-Match": client.get(past.url).headers["etag"]}


def test_an_old_version_becomes_the_newest(client: TestClient, past: Past) -> None:
    """Its exact bytes are a new version; the history tells who brought back what, and why."""
    answer = client.post(f"{past.url}/versions/1/restore?reason=it was right", headers=_etag(client, past))
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["version"], told["restored"], told["status"]) == (5, 1, "stored")
    assert (
        answer.headers["etag"] == told["etag"] == client.get(past.url).headers["etag"].replace(".jsonld", "")
    )
    assert client.get(f"{past.url}.nt").content == client.get(f"{past.url}.nt?version=1").content
    newest = client.get(f"{past.url}/versions").json()["items"][0]
    assert newest["reason"] == "version 1 restored: it was right"
    found = client.get(
        "/sparql", params={"query": f'ASK {{ GRAPH <http://testserver{past.url}> {{ ?s ?p "Name 1" }} }}'}
    )
    assert found.json()["boolean"] is True


def test_a_deleted_record_lives_again(client: TestClient, past: Past) -> None:
    """A version from before the deletion can be restored, without a header: there is no current version."""
    client.delete(past.url, headers=_etag(client, past))
    assert client.post(f"{past.url}/versions/5/restore").status_code == 410
    answer = client.post(f"{past.url}/versions/2/restore")
    assert answer.status_code == 200, answer.text
    assert client.get(f"{past.url}.nt").content == client.get(f"{past.url}.nt?version=2").content


def test_the_caller_names_what_is_there_now(client: TestClient, past: Past) -> None:
    """Without If-Match the answer is 428, with an old one 412, and nothing changes."""
    url = f"{past.url}/versions/1/restore"
    old = _etag(client, past)
    client.put(past.url, content=study("Name 5", iri="https://doi.org/10.5072/x"), headers={**TURTLE, **old})
    assert client.post(url).status_code == 428
    assert client.post(url, headers=old).status_code == 412
    assert len(client.get(f"{past.url}/versions").json()["items"]) == 5


def test_what_is_current_is_unchanged(client: TestClient, past: Past) -> None:
    """Restoring the content that is there already makes no version."""
    answer = client.post(f"{past.url}/versions/4/restore")
    assert (answer.status_code, answer.json()["status"], answer.json()["version"]) == (200, "unchanged", 4)


def test_what_never_was(client: TestClient, past: Past) -> None:
    """Unknown versions and records are 404, a deletion cannot be restored, other sites may not ask."""
    assert client.post(f"{past.url}/versions/77/restore").status_code == 404
    assert client.post("/records/nobody/versions/1/restore").status_code == 404
    assert client.post(f"{past.url}/versions/3/restore", headers=_etag(client, past)).status_code == 410
    foreign = client.post(f"{past.url}/versions/1/restore", headers={"Origin": "https://elsewhere.example"})
    assert foreign.status_code == 403
