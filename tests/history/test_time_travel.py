"""Reading a record as it was."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from past_records import NTRIPLES, Past, with_a_past
from starlette.testclient import TestClient

from imagegraph.model.moments import http_date, spelled


@pytest.fixture(scope="module", name="past")
def _past(client: TestClient) -> Past:
    return with_a_past(client, "time-travel")


def _before(moment: str) -> str:
    return spelled(datetime.fromisoformat(moment) - timedelta(milliseconds=1))


def test_the_version_of_a_time_is_read(client: TestClient, past: Past) -> None:
    """`asOf` with the time of a version, or one millisecond before the next, is that version, byte for byte."""
    for number, moment in (
        (1, past.times[1]),
        (1, _before(past.times[2])),
        (2, past.times[2]),
        (4, past.times[4]),
    ):
        then = client.get(past.url, params={"asOf": moment}, headers=NTRIPLES)
        assert then.status_code == 200
        assert then.content == client.get(f"{past.url}.nt?version={number}").content
        assert f'"Name {number}"' in then.text
        assert then.headers["content-location"] == f"{past.url}.nt?version={number}"


def test_before_and_after_the_record_lived(client: TestClient, past: Past) -> None:
    """404 before it was there, 410 when it was deleted then, though it is there again now."""
    early = client.get(past.url, params={"asOf": _before(past.times[1])})
    assert early.status_code == 404
    assert past.times[1] in early.json()["detail"]
    gone = client.get(past.url, params={"asOf": past.times[3]})
    assert gone.status_code == 410
    assert past.times[3] in gone.json()["detail"]
    assert client.get(past.url, params={"asOf": "2999-01-01"}).status_code == 200


@pytest.mark.parametrize(
    "text", ["2999-12-31", "2999-12-31T10:00", "2999-12-31T10:00:00+02:00", "29991231T100000Z"]
)
def test_spellings_of_a_moment(client: TestClient, past: Past, text: str) -> None:
    """Days, moments with and without an offset, and an offset whose plus was not encoded are all read."""
    assert client.get(f"{past.url}?asOf={text}").status_code == 200


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-02-30", "0001-01-01T00:00:00+14:00", "9" * 50, "2025-03-11T25:00"]
)
def test_what_is_no_moment(client: TestClient, past: Past, text: str) -> None:
    """Anything else is refused with an example of what would do."""
    answer = client.get(past.url, params={"asOf": text})
    assert answer.status_code == 400
    assert "2025-03-11" in answer.json()["detail"]


def test_version_and_time_at_once(client: TestClient, past: Past) -> None:
    """A number and a time cannot both be asked for."""
    assert client.get(f"{past.url}?version=1&asOf=2025-01-01").status_code == 400


def test_links_lead_through_the_versions(client: TestClient, past: Past) -> None:
    """The relations of RFC 5829 name the version before, the one after and the newest one."""
    first, second, newest = (client.get(past.url, params={"version": n}).links for n in (1, 2, 4))
    assert "predecessor-version" not in first
    assert first["successor-version"]["url"] == f"{past.url}?version=2"
    assert second["predecessor-version"]["url"] == f"{past.url}?version=1"
    assert second["latest-version"]["url"] == past.url
    assert newest["predecessor-version"]["url"] == f"{past.url}?version=3"
    assert "successor-version" not in newest


def test_clients_that_speak_memento(client: TestClient, past: Past) -> None:
    """`Accept-Datetime` chooses by time, `Memento-Datetime` says of when the answer is (RFC 7089)."""
    now = client.get(past.url, headers={"Accept-Datetime": http_date(spelled(datetime.now().astimezone()))})
    assert now.status_code == 200
    assert now.headers["memento-datetime"] == http_date(past.times[4])
    assert "Accept-Datetime" in now.headers["vary"]
    assert now.links["original timegate"]["url"] == past.url
    early = client.get(past.url, headers={"Accept-Datetime": "Thu, 01 Jan 2004 00:00:00 GMT"})
    assert early.headers["content-location"].endswith("?version=1")
    assert client.get(past.url, headers={"Accept-Datetime": "soon"}).status_code == 400
    assert "memento-datetime" not in client.get(past.url).headers


def test_a_version_has_an_address_of_its_own(client: TestClient, past: Past) -> None:
    """`/versions/{number}` leads to the version; one that never was is 404."""
    found = client.get(f"{past.url}/versions/2")
    assert (found.status_code, found.headers["location"]) == (303, f"{past.url}?version=2")
    assert client.get(f"{past.url}/versions/9").status_code == 404
    assert client.get(f"{past.url}/versions/0").status_code == 400
    assert client.get("/records/nobody/versions/1").status_code == 404
