"""Limits of time, memory and numbers at once, over real HTTP: who is over them is stopped, others go on."""

from __future__ import annotations

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from assault import Target
from small_limits import PATIENT_SECONDS, SMALL

from patience import grace

_TEN = "{ 0 1 2 3 4 5 6 7 8 9 }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {_TEN}" for n in range(12)) + " }"
GREEDY = (
    f"SELECT (STRLEN(?a20) AS ?n) {{ BIND('{'a' * 50_000}' AS ?a0) "
    + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(20))
    + " }"
)


def ask(client: httpx2.Client, text: str) -> httpx2.Response:
    """The answer to a query."""
    return client.post("/sparql", data={"query": text})


def test_time_of_a_query(target: Target) -> None:
    """A query at its limit of time answers 504, says so, by the deadline and a second, and not before."""
    with target.client() as client:
        assert ask(client, "ASK {}").status_code == 200
        started = time.monotonic()
        answer = ask(client, ENDLESS)
        took = time.monotonic() - started
        assert (answer.status_code, answer.json()["limit"]) == (504, "time")
        assert "limit of time" in answer.json()["detail"]
        assert SMALL["query_seconds"] <= took < SMALL["query_seconds"] + grace()
        assert ask(client, "ASK {}").status_code == 200


def test_memory_of_a_query(patient_target: Target) -> None:
    """A query at its limit of memory answers 504 and says so, long before its time is over."""
    with patient_target.client() as client:
        assert ask(client, "ASK {}").status_code == 200
        started = time.monotonic()
        answer = ask(client, GREEDY)
        took = time.monotonic() - started
        assert (answer.status_code, answer.json()["limit"]) == (504, "memory")
        assert "limit of memory" in answer.json()["detail"]
        assert took < PATIENT_SECONDS
        assert ask(client, "ASK {}").status_code == 200


def test_time_of_a_document(target: Target) -> None:
    """A document that takes longer to judge than is allowed answers 413 by the deadline and a second."""
    images = "".join(
        f"<Image ID='Image:{n}'><Pixels ID='Pixels:{n}' DimensionOrder='XYZCT' Type='uint8' SizeX='1' SizeY='1' "
        "SizeZ='1' SizeC='1' SizeT='1'/></Image>"
        for n in range(18_000)
    )
    content = f'<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">{images}</OME>'.encode()
    assert len(content) < SMALL["body_bytes"]
    with target.client() as client:
        started = time.monotonic()
        answer = client.post("/validate", content=content, headers={"Content-Type": "application/xml"})
        assert time.monotonic() - started < SMALL["intake_seconds"] + grace()
        assert answer.status_code == 413
        assert "IMAGEGRAPH_INTAKE_SECONDS" in answer.json()["detail"]


@pytest.mark.parametrize(("pause", "status"), [(0.02, b"200"), (0.5, b"408")])
def test_time_of_a_body(target: Target, pause: float, status: bytes) -> None:
    """A body that arrives in time is read; one that trickles in is refused at the limit, and hung up on."""
    body = b'{"type": "Study", "name": "A"}'
    address = ("127.0.0.1", int(target.address.rpartition(":")[2]))
    head = f"POST /validate HTTP/1.1\r\nHost: {address[0]}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with socket.create_connection(address, timeout=10) as connection:
        started = time.monotonic()

        def trickle() -> None:
            try:
                connection.sendall(head)
                for place in range(len(body)):
                    time.sleep(pause)
                    connection.sendall(body[place : place + 1])
            except OSError:  # hung up on
                pass

        sending = threading.Thread(target=trickle)
        sending.start()
        first = connection.recv(4_000)
        took = time.monotonic() - started
        connection.close()
        sending.join()
    assert first.split(b" ")[1] == status
    assert took < SMALL["body_seconds"] + grace()


def test_runaway_queries_do_not_keep_others_waiting(target: Target) -> None:
    """While a crowd asks for endless work, each is told so in time, and pages, health and small queries answer."""
    crowd = 110
    longest = 2 * SMALL["queue_seconds"] + SMALL["query_seconds"] + grace()
    stop = threading.Event()

    def rage(client: httpx2.Client) -> tuple[int, str, float]:
        started = time.monotonic()
        answer = ask(client, ENDLESS)
        return answer.status_code, answer.headers.get("retry-after", ""), time.monotonic() - started

    def look(client: httpx2.Client) -> list[tuple[int, float]]:
        seen = []
        while not stop.is_set():
            for path in ("/records", "/health/live", "/terms?q=EM"):
                started = time.monotonic()
                seen.append((client.get(path).status_code, time.monotonic() - started))
            time.sleep(0.05)
        return seen

    limits = httpx2.Limits(max_connections=crowd)
    with (
        httpx2.Client(base_url=target.address, timeout=60, trust_env=False, limits=limits) as wild,
        target.client() as calm,
        ThreadPoolExecutor(crowd + 1) as threads,
    ):
        looking = threads.submit(look, calm)
        raging = list(threads.map(lambda _: rage(wild), range(crowd)))
        stop.set()
        seen = sorted(looking.result(), key=lambda one: one[1])
    assert {status for status, _, _ in raging} <= {503, 504}
    assert {status for status, _, _ in raging} >= {503}
    assert all(int(after) >= 1 for status, after, _ in raging if status == 503)
    assert max(took for _, _, took in raging) < longest
    assert {status for status, _ in seen} == {200}
    assert seen[len(seen) * 95 // 100][1] < grace()
    with target.client() as client:
        assert ask(client, "ASK {}").status_code == 200
    assert target.process.poll() is None
