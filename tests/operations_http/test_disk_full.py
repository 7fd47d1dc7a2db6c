"""A full disk over HTTP: writes answer 507, reads go on, and everything works again when there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_service import Running, eventually, no_file_grows, running

_COUNT = "/sparql?query=SELECT (COUNT(*) AS ?n) WHERE {?i a <https://w3id.org/imagegraph/Instrument>}"


def _instruments(service: Running) -> int:
    answer = service.client.get(_COUNT, headers={"Accept": "application/sparql-results+json"})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


@pytest.fixture(name="service")
def _service(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path / "data") as service:
        yield service


def test_writes_are_refused_and_reads_go_on(service: Running) -> None:
    """Every kind of write answers 507 with a problem, every kind of read answers; nothing acknowledged is lost."""
    kept = [f"kept-{number}" for number in range(5)]
    assert [service.put(name).status_code for name in kept] == [201] * 5
    assert _instruments(service) == 5
    etag = service.client.get("/records/kept-0").headers["etag"]
    with no_file_grows(service):
        turtle = "<https://doi.org/10.5072/more> a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> 'M' ."
        refused = [
            service.put("late"),
            service.client.post("/records", content=turtle, headers={"Content-Type": "text/turtle"}),
            service.client.delete("/records/kept-0", headers={"If-Match": etag}),
        ]
        for answer in refused:
            assert answer.status_code == 507, answer.text
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.json()["request_id"] == answer.headers["x-request-id"]
        for address in ("/records", "/records/kept-0", "/records/kept-1/versions", "/queries", "/terms?q=EM"):
            assert service.client.get(address).status_code == 200, address
        assert _instruments(service) == 5
    eventually(lambda: service.ready()[0] == 200, seconds=10)
    assert service.put("late").status_code == 201
    assert _instruments(service) == 6


def test_questions_go_on_when_the_disk_fills_right_after_a_write(service: Running) -> None:
    """The last copy and the changes that were noted beside it answer: nothing that was acknowledged is missing."""
    assert service.put("first").status_code == 201
    assert _instruments(service) == 1
    assert service.put("second").status_code == 201
    with no_file_grows(service):
        assert _instruments(service) == 2
        assert service.client.get("/records/second").status_code == 200
    eventually(lambda: service.ready()[0] == 200, seconds=10)
    eventually(lambda: _instruments(service) == 2, seconds=5)
