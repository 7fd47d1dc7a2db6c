"""Request ids, and a log that programs can read and that tells nothing private."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from running_service import Running, eventually, running
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.bootstrap.logs import JsonFormatter, TextFormatter
from imagegraph.settings import Settings
from imagegraph.testing.fakes import FailingQueryRunner

CANARY = "wombat-7731"


@pytest.fixture(name="service", scope="module")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("log") / "data") as service:
        yield service


def _line(service: Running, request_id: str) -> dict[str, Any]:
    """The line of the log that tells of a request."""
    found: list[dict[str, Any]] = []

    def is_there() -> bool:
        found[:] = [
            line for line in service.log() if line.get("request_id") == request_id and "route" in line
        ]
        return bool(found)

    eventually(is_there, seconds=5)
    (line,) = found
    return line


def test_every_answer_has_an_id(service: Running) -> None:
    """Made when none is given; taken when it is safe; a problem tells it too, and so does the log."""
    assert len(service.client.get("/health/live").headers["x-request-id"]) == 24
    answer = service.client.get("/records/none", headers={"X-Request-ID": "trace-0042"})
    assert answer.headers["x-request-id"] == answer.json()["request_id"] == "trace-0042"
    line = _line(service, "trace-0042")
    assert line["method"] == "GET"
    assert line["route"] == "/records/{id}"
    assert line["status"] == 404
    assert line["client"] == "127.0.0.1"
    assert line["bytes"] == len(answer.content)
    assert line["milliseconds"] > 0
    assert line["logger"] == "imagegraph.access"


@pytest.mark.parametrize(
    "unsafe", ["short", "x" * 65, "with space in it", '{"a":"bbbbbbbb"}', "Ärger-000001"]
)
def test_unsafe_ids_are_replaced(service: Running, unsafe: str) -> None:
    """An id that is too long or holds other characters is not repeated anywhere."""
    answer = service.client.get("/health/live", headers=[(b"X-Request-ID", unsafe.encode())])
    assert answer.headers["x-request-id"] != unsafe
    assert unsafe not in service.errors.read_text("utf-8")


def test_the_log_tells_nothing_private(service: Running) -> None:
    """Names, titles, queries and contents of records do not get into it, whatever becomes of the request."""
    client, yaml = service.client, {"Content-Type": "application/yaml"}
    assert service.put(CANARY, title=f"Title {CANARY}").status_code == 201
    for address in (
        f"/records/{CANARY}", f"/records?q={CANARY}", f"/records/{CANARY}.ttl", f"/{CANARY}", f"/terms?q={CANARY}",
        f"/sparql?query=SELECT+%22{CANARY}%22", f"/queries/{CANARY}", f"/identifiers/orcid/{CANARY}",
        f"/records/{CANARY}/versions/99",
    ):  # fmt: skip
        client.get(address)
    client.put(f"/records/{CANARY}", content=f"name: {CANARY}: [", headers=yaml)
    client.post("/records", content=CANARY, headers=yaml)
    client.post("/sparql", data={"query": f'SELECT * WHERE {{ ?s ?p "{CANARY}" '})
    client.request("DELETE", f"/records/{CANARY}")
    last = client.get("/health/live").headers["x-request-id"]
    _line(service, last)
    assert CANARY not in service.errors.read_text("utf-8")


def _logged(application: Any, formatter: logging.Formatter, address: str) -> tuple[Any, str]:
    """An answer, and what was logged meanwhile."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger = logging.getLogger("imagegraph")
    logger.addHandler(handler)
    try:
        answer = TestClient(application, client=("127.0.0.1", 50000)).get(address)
    finally:
        logger.removeHandler(handler)
    return answer, stream.getvalue()


def test_an_accident_is_one_line(tmp_path: Path) -> None:
    """It says what kind of error and where, with the request's id; not what the error quotes."""
    with open_services(Settings(data=tmp_path / "data", query_workers=1, intake_workers=1)) as services:
        failing = create_app(replace(services, query_runner=FailingQueryRunner(ValueError(CANARY))))
        answer, logged = _logged(failing, JsonFormatter(), "/sparql?query=ASK{}")
        assert answer.status_code == 500
        assert answer.json()["request_id"] == answer.headers["x-request-id"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        (line,) = [json.loads(text) for text in logged.splitlines()]
        assert (line["error"], line["request_id"]) == ("ValueError", answer.json()["request_id"])
        assert any("fakes.py" in place for place in line["where"])
        assert CANARY not in logged
        assert CANARY not in answer.text
        _, frank = _logged(failing, JsonFormatter(is_frank=True), "/sparql?query=ASK{}")
        assert CANARY in frank
        _, plain = _logged(failing, TextFormatter(), "/sparql?query=ASK{}")
        assert "ValueError" in plain
        assert CANARY not in plain
