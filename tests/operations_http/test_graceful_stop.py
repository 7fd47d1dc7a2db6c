"""SIGTERM: what is under way is finished, what was acknowledged is there, nothing is left running, exit code 0."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from running_service import Running, eventually, is_alive, running

from imagegraph.testing.stand_in import Reply, StandIn
from imagegraph.testing.stand_in_replies import after, dripping, empty


def _counting(**sizes: int) -> str:
    """A query that counts so many combinations."""
    values = " ".join(
        f"VALUES ?{name} {{ {' '.join(map(str, range(size)))} }}" for name, size in sizes.items()
    )
    return f"SELECT (COUNT(*) AS ?n) WHERE {{ {values} }}"


#: one second or a few, and hours
_SLOW, _ENDLESS = _counting(a=250, b=250, c=500), _counting(a=1000, b=1000, c=1000, d=1000)
_MOST_SECONDS = 15.0


@contextmanager
def _asked(service: Running, ask: str) -> Iterator[list[httpx2.Response]]:
    """A request that is under way in the block; its answer, afterwards."""
    answers: list[httpx2.Response] = []
    client = httpx2.Client(base_url=service.url, timeout=60, trust_env=False)

    def run() -> None:
        answers.append(client.post("/sparql", data={"query": ask}))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield answers
    finally:
        thread.join()
        client.close()


def _write(service: Running, acknowledged: list[str], number: int) -> None:
    """Keep records until the service is gone."""
    with httpx2.Client(base_url=service.url, timeout=60, trust_env=False) as client:
        for count in range(10_000):
            name = f"w{number}-{count}"
            content = f"type: Instrument\nid: https://doi.org/10.5072/{name}\nname: Confocal {count}\n"
            try:
                answer = client.put(
                    f"/records/{name}", content=content, headers={"Content-Type": "application/yaml"}
                )
            except httpx2.TransportError:
                return
            if answer.status_code == 201:
                acknowledged.append(name)


def test_stopping_under_load(tmp_path: Path) -> None:
    """A slow query is answered, acknowledged records are there after the next start, workers have ended."""
    acknowledged: list[str] = []
    with running(tmp_path / "data") as service:
        writers = [
            threading.Thread(target=_write, args=(service, acknowledged, number)) for number in range(3)
        ]
        for writer in writers:
            writer.start()
        eventually(lambda: len(acknowledged) >= 10, seconds=30)
        with _asked(service, _SLOW) as answers:
            eventually(lambda: service.metric("imagegraph_pool_busy", pool="query") >= 1, seconds=10)
            assert not answers, "the query was not slow enough"
            workers = service.workers()
            code, seconds = service.stop()
        for writer in writers:
            writer.join()
        log = service.log()
    assert code == 0
    assert seconds <= _MOST_SECONDS
    assert answers[0].status_code == 200, answers[0].text
    assert workers
    assert not [pid for pid in workers if is_alive(pid)]
    assert not [line for line in log if line["level"] == "error"], log
    with running(tmp_path / "data") as service:
        for name in acknowledged:
            assert service.client.get(f"/records/{name}").status_code == 200, name


def test_a_request_that_takes_too_long_is_told(tmp_path: Path) -> None:
    """After ten seconds a query that still runs is answered with 503, and its worker ends with the service."""
    with running(tmp_path / "data", query_seconds="60") as service, _asked(service, _ENDLESS) as answers:
        time.sleep(1)
        workers = service.workers()
        code, seconds = service.stop()
    assert (code, [answer.status_code for answer in answers]) == (0, [503])
    assert answers[0].headers["retry-after"]
    assert 9 <= seconds <= _MOST_SECONDS
    assert not [pid for pid in workers if is_alive(pid)]


_SILENT, _DRIPPING = after(40.0, empty(200)), dripping(b"{}" * 100, seconds=0.5)


@pytest.mark.parametrize(
    ("asks", "reply"),
    [("in the background", _SILENT), ("in the background", _DRIPPING), ("for somebody", _SILENT)],
    ids=["silent", "dripping", "for somebody"],
)
def test_slow_authorities_do_not_hold_it_up(tmp_path: Path, asks: str, reply: Reply) -> None:
    """Threads that wait for an authority end with the service, well before that has answered."""
    orcid = "0000-0002-1825-0097"
    with StandIn() as authority:
        authority.answer_all(reply)
        setting = f"all={authority.base}"
        with running(tmp_path / "data", resolvers=setting, resolver_seconds="40") as service:
            if asks == "in the background":
                content = (
                    "type: Study\nid: https://doi.org/10.5072/slow\nname: Slow\n"
                    f"author:\n  - {{type: Person, id: https://orcid.org/{orcid}, name: Ada}}\n"
                )
                answer = service.client.put(
                    "/records/slow", content=content, headers={"Content-Type": "application/yaml"}
                )
                assert answer.status_code == 201, answer.text
            else:
                threading.Thread(target=_resolve, args=(service, orcid), daemon=True).start()
            eventually(lambda: bool(authority.requests), seconds=10)
            code, seconds = service.stop()
            log = service.log()
    assert code == 0
    assert seconds <= (5.0 if asks == "in the background" else _MOST_SECONDS)
    assert not [line for line in log if "where" in line], log


def _resolve(service: Running, orcid: str) -> None:
    with httpx2.Client(base_url=service.url, timeout=60, trust_env=False) as client:
        try:
            client.post(f"/identifiers/orcid/{orcid}")
        except httpx2.TransportError:
            return
