"""What Prometheus reads: counted by route, never by path; who may read it; workers, journal, queue."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from running_service import Running, eventually, running

PAGE = Path(__file__).parents[2] / "docs" / "operations.md"
_VALUES = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(1000)))} }}" for name in "abcd")
_RUNAWAY = f"SELECT (COUNT(*) AS ?n) WHERE {{ {_VALUES} }}"
_HUNGRY = f"SELECT * WHERE {{ {_VALUES} }} ORDER BY ?d"


@pytest.fixture(name="service", scope="module")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("metrics") / "data"
    with running(folder, query_seconds="5", query_memory_mb="512") as service:
        yield service


def _answered(service: Running, method: str, route: str, status: str) -> float:
    name = "imagegraph_http_request_seconds_count"
    labels = frozenset({"method": method, "route": route, "status": status}.items())
    return service.metrics().get((name, labels), 0.0)


def test_requests_are_counted_by_route(service: Running) -> None:
    """Ids, invented methods and addresses that do not exist make no series of their own."""
    for number in range(3):
        service.client.get(f"/records/canary-{number}")
        service.client.head(f"/records/canary-{number}")
        service.client.get(f"/canary/{number}")
        service.client.get(f"/ols4/api/ontologies/canary-{number}")
        service.client.get(f"/static/canary-{number}")
        service.client.request("PROPFIND", f"/records/canary-{number}")
    text = service.client.get("/metrics").text
    assert "canary" not in text
    assert "PROPFIND" not in text
    assert _answered(service, "GET", "/records/{id}", "4xx") == 3
    assert _answered(service, "HEAD", "/records/{id}", "4xx") == 3
    assert _answered(service, "GET", "none", "4xx") == 3
    assert _answered(service, "GET", "/ols4/api/ontologies/{ontology}", "4xx") == 3
    assert _answered(service, "GET", "/static/{path}", "4xx") == 3


def test_records_and_journal_are_counted(service: Running) -> None:
    """Entries, living and deleted records, memory and CPU of the process, the age of the copy that is asked."""
    before = service.metric("imagegraph_journal_head")
    assert service.put("counted").status_code == 201
    etag = service.put("buried").headers["etag"]
    assert service.client.delete("/records/buried", headers={"If-Match": etag}).status_code == 204
    assert service.metric("imagegraph_journal_head") == before + 3
    assert service.metric("imagegraph_records", state="live") >= 1
    assert service.metric("imagegraph_records", state="deleted") == 1
    assert service.metric("process_resident_memory_bytes") > 10_000_000
    assert service.metric("process_cpu_seconds_total") > 0
    assert service.client.get("/sparql?query=ASK{}").status_code == 200
    assert service.metric("imagegraph_snapshot_age_seconds") < 60
    assert service.metric("imagegraph_http_requests_in_flight") == 1


def test_ended_workers_are_counted_by_reason(service: Running) -> None:
    """A query that runs away adds to `time`, one that takes all memory to `memory`, and each is replaced."""
    names = "imagegraph_worker_stops_total", "imagegraph_worker_starts_total"
    started = service.metric(names[1], pool="query")
    assert service.client.post("/sparql", data={"query": _RUNAWAY}).status_code == 504
    assert service.client.post("/sparql", data={"query": _HUNGRY}).status_code == 504
    assert service.metric(names[0], pool="query", reason="time") == 1
    assert service.metric(names[0], pool="query", reason="memory") == 1
    eventually(lambda: service.metric(names[1], pool="query") >= started + 2, seconds=10)
    assert service.metric("imagegraph_pool_size", pool="intake") == 1
    assert service.metric("imagegraph_pool_waiting", pool="query") == 0


def test_the_metrics_are_for_this_machine(service: Running) -> None:
    """What a proxy passes on comes from elsewhere, and is counted as refused."""
    refused = service.metric("imagegraph_http_refused_total", kind="read", status="401")
    answer = service.client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"})
    assert answer.status_code == 401
    assert "imagegraph_" not in answer.text
    assert service.metric("imagegraph_http_refused_total", kind="read", status="401") == refused + 1


def test_the_metrics_can_be_opened(tmp_path: Path) -> None:
    """A setting lets everybody read them; identifiers that wait are counted by scheme."""
    with running(tmp_path / "data", metrics_public="true") as service:
        orcid = "https://orcid.org/0000-0002-1825-0097"
        content = (
            "type: Study\nid: https://doi.org/10.5072/one\nname: One\n"
            f"author: [{{type: Person, id: '{orcid}', name: Ada}}]\n"
        )
        kept = service.client.put(
            "/records/one", content=content, headers={"Content-Type": "application/yaml"}
        )
        assert kept.status_code == 201, kept.text
        answer = service.client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/plain")
        assert service.metric("imagegraph_identifiers_waiting", scheme="orcid") == 1


def test_every_metric_is_in_the_manual(service: Running) -> None:
    """docs/operations.md names each of our own metrics."""
    families = {
        line.split()[2]
        for line in service.client.get("/metrics").text.splitlines()
        if line.startswith("# TYPE")
    }
    ours = {name for name in families if name.startswith("imagegraph_") and not name.endswith("_created")}
    assert len(ours) > 10
    shortened = ("imagegraph_pool",)
    page = PAGE.read_text("utf-8")
    missing = [
        name for name in ours
        if f"`{name}" not in page and not any(f"`{name.removeprefix(start)}`" in page for start in shortened)
    ]  # fmt: skip
    assert not missing


def test_asking_is_cheap(service: Running) -> None:
    """A scrape takes a fraction of a second."""
    started = time.monotonic()
    for _ in range(5):
        assert service.client.get("/metrics").status_code == 200
    assert time.monotonic() - started < 5
