"""Too many requests, of one client or at once, are turned away; who is well behaved notices nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.api.client_addresses import client_address, client_key
from imagegraph.api.shedding import BURST_SECONDS, Buckets, Kind, Shedding, kind_of
from imagegraph.operations.services import Services
from imagegraph.settings import Settings


class _Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_holds_a_burst_and_no_more() -> None:
    """At the burst requests pass, one beyond waits as long as one request takes to be earned."""
    clock = _Clock()
    buckets = Buckets(2.0, clock=clock)
    burst = int(2.0 * BURST_SECONDS)
    assert [buckets.take("a") for _ in range(burst)] == [0.0] * burst
    assert buckets.take("a") == pytest.approx(0.5)
    assert buckets.take("b") == 0.0
    clock.now += 0.5
    assert buckets.take("a") == 0.0
    assert buckets.take("a") == pytest.approx(0.5)


def test_buckets_hold_a_bounded_number_of_clients() -> None:
    """A crowd of addresses costs no memory; the one that was not heard of longest is forgotten."""
    buckets = Buckets(0.1, most=3, clock=_Clock())
    for name in ("a", "b", "a", "c", "d"):
        buckets.take(name)
    assert len(buckets) == 3
    assert buckets.take("a") > 0
    assert buckets.take("b") == 0


def test_no_rate_is_no_limit() -> None:
    """A rate of 0 lets everything pass and remembers nobody."""
    buckets = Buckets(0.0)
    assert {buckets.take("a") for _ in range(10_000)} == {0.0}
    assert len(buckets) == 0


def _scope(client: str | None, *forwarded: str, **state: Any) -> dict[str, Any]:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return {"type": "http", "client": (client, 1) if client else None, "headers": headers, "state": state}


@pytest.mark.parametrize(
    ("client", "forwarded", "proxies", "expected"),
    [
        ("192.0.2.1", (), "", "192.0.2.1"),
        ("192.0.2.1", ("203.0.113.9",), "", "192.0.2.1"),
        ("192.0.2.1", ("203.0.113.9",), "192.0.2.1", "203.0.113.9"),
        ("192.0.2.1", ("127.0.0.1, 203.0.113.9",), "192.0.2.1", "203.0.113.9"),
        ("192.0.2.1", ("127.0.0.1", "203.0.113.9, 192.0.2.7"), "192.0.2.0/24", "203.0.113.9"),
        ("192.0.2.1", ("nonsense",), "192.0.2.1", "192.0.2.1"),
        ("192.0.2.1", ("203.0.113.9, nonsense",), "192.0.2.1", "192.0.2.1"),
        ("192.0.2.1", ("203.0.113.9:4711",), "192.0.2.1", "203.0.113.9"),
        ("192.0.2.1", ("[2001:db8::1]:4711",), "192.0.2.1", "2001:db8::1"),
        ("::ffff:192.0.2.1", (), "", "192.0.2.1"),
        ("testclient", ("203.0.113.9",), "192.0.2.1", "testclient"),
        (None, ("203.0.113.9",), "192.0.2.1", ""),
        ("192.0.2.1", ("192.0.2.1, " * 500,), "192.0.2.1", "192.0.2.1"),
    ],
)
def test_whose_address_counts(client: str, forwarded: tuple[str, ...], proxies: str, expected: str) -> None:
    """`X-Forwarded-For` is believed only from named proxies, and only the part that they wrote."""
    assert client_address(_scope(client, *forwarded), trusted_proxies=proxies) == expected


def test_what_one_client_is() -> None:
    """A token counts before the address, which is all that is known of others; IPv6 counts by network."""
    assert client_key(_scope("192.0.2.1")) == "192.0.2.1"
    assert client_key(_scope("2001:db8::1")) == client_key(_scope("2001:db8::ffff")) == "2001:db8::/64"
    mine = client_key(_scope("192.0.2.1", identity="token 7"))
    assert mine == client_key(_scope("192.0.2.2", identity="token 7")) != "192.0.2.1"
    assert client_key(_scope("192.0.2.1", identity="anonymous")) == "192.0.2.1"


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("GET", "/records", "read"),
        ("HEAD", "/", "read"),
        ("GET", "/sparql", "query"),
        ("POST", "/sparql", "query"),
        ("GET", "/queries/datasets-by-person", "query"),
        ("GET", "/queries", "read"),
        ("POST", "/validate", "write"),
        ("PUT", "/records/a", "write"),
        ("DELETE", "/records/a", "write"),
    ],
)
def test_what_kind_a_request_is(method: str, path: str, kind: Kind) -> None:
    """Reading, queries and writing are counted apart."""
    assert kind_of(method, path) == kind


@pytest.mark.parametrize("bad", ["everybody", "192.0.2.0/40", "192.0.2.1,192.0.2.2"])
def test_unusable_proxies_are_refused_at_the_start(bad: str) -> None:
    """What is no address or network is told before the service starts."""
    with pytest.raises(ValueError, match="trusted_proxies"):
        Settings(trusted_proxies=bad)


def test_a_client_over_its_rate_is_told_when_to_go_on(services: Services) -> None:
    """At the burst 200, one beyond 429 with Retry-After; other kinds and health go on."""
    rates = services.settings.model_copy(update={"read_rate": 0.3, "query_rate": 0.2, "write_rate": 0.1})
    app = create_app(replace(services, settings=rates))
    with TestClient(app, raise_server_exceptions=False) as client:
        assert [client.get("/problems").status_code for _ in range(4)] == [200, 200, 200, 429]
        refusal = client.get("/problems")
        assert refusal.status_code == 429
        assert refusal.headers["content-type"] == "application/problem+json"
        assert 1 <= int(refusal.headers["retry-after"]) <= 4
        assert refusal.json()["type"] == "/problems/too-many-requests"
        assert "IMAGEGRAPH_READ_RATE" in refusal.json()["detail"]
        assert refusal.headers["x-content-type-options"] == "nosniff"
        asked = [client.post("/sparql", data={"query": "ASK {}"}).status_code for _ in range(3)]
        assert asked == [200, 200, 429]
        assert [client.post("/validate", content=b"{}").status_code == 429 for _ in range(2)] == [False, True]
        assert {client.get("/health/live").status_code for _ in range(20)} == {200}


def test_too_many_at_once_are_shed_but_never_health(services: Services) -> None:
    """At the limit requests run, one beyond is 503 with Retry-After; writing leaves half of it to reading."""
    app = create_app(replace(services, settings=services.settings.model_copy(update={"requests_at_once": 4})))

    async def crowd() -> list[list[int]]:
        gate = asyncio.Event()

        async def slow(scope: Any, receive: Any, send: Any) -> None:
            await gate.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})

        shedding = Shedding(slow, settings=app.state.services.settings)
        statuses: list[int] = []

        async def ask(method: str, path: str) -> None:
            async def send(message: Any) -> None:
                if message["type"] == "http.response.start":
                    statuses.append(message["status"])
                    if message["status"] == 503:
                        assert (b"retry-after", b"1") in message["headers"]

            scope = {
                "type": "http",
                "method": method,
                "path": path,
                "headers": [],
                "client": ("192.0.2.1", 1),
            }
            await shedding({**scope, "app": app}, None, send)  # type: ignore[arg-type]

        tasks = [asyncio.ensure_future(ask("PUT", "/records/a")) for _ in range(3)]
        await asyncio.sleep(0.01)
        seen = [list(statuses)]
        tasks += [asyncio.ensure_future(ask("GET", "/records")) for _ in range(3)]
        tasks.append(asyncio.ensure_future(ask("GET", "/health/live")))
        await asyncio.sleep(0.01)
        seen.append(list(statuses))
        gate.set()
        await asyncio.gather(*tasks)
        seen.append(list(statuses))
        await ask("PUT", "/records/a")
        return [*seen, list(statuses[-1:])]

    first, then, last, after = asyncio.run(crowd())
    assert first == [503]
    assert then == [503, 503]
    assert last == [503, 503, 200, 200, 200, 200, 200]
    assert after == [200]
