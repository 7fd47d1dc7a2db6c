"""Too many bad tokens of one address: more of them are refused, good ones are not."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.api.bad_tokens import BadTokens
from imagegraph.bootstrap import open_services
from imagegraph.errors import TooManyRequests
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

_MOST = 5
GUESSER, OTHER = "203.0.113.7", "203.0.113.8"


class _Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder: Path = tmp_path_factory.mktemp("guessed")
    settings = Settings(data=folder, base="http://testserver/", query_workers=1, intake_workers=1)
    settings = settings.model_copy(update={"bad_tokens_per_minute": _MOST})
    with open_services(settings) as services:
        yield services


@pytest.fixture(name="clock")
def _clock() -> _Clock:
    return _Clock()


@pytest.fixture(name="app")
def _app(services: Services, clock: _Clock) -> FastAPI:
    app = create_app(services)
    app.state.bad_tokens = BadTokens(_MOST, clock=clock)
    return app


@pytest.fixture(name="client")
def _client(app: FastAPI) -> Callable[..., TestClient]:
    """Somebody at an address, with a token."""

    def client(address: str = GUESSER, *, token: str | None = None) -> TestClient:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return TestClient(app, client=(address, 50_000), headers=headers, follow_redirects=False)

    return client


def guess() -> str:
    """A token that looks right and was never given out."""
    return f"imagegraph_{secrets.token_urlsafe(32)}"


def good(services: Services) -> str:
    """A token that is good for reading."""
    name = f"reader {secrets.token_hex(4)}"
    return services.tokens.create(name, scope="read", expires=datetime.now(UTC) + timedelta(days=1))[0]


def _shown(counted: BadTokens, address: str, secret: str) -> int:
    """The seconds of the refusal; 0 when there is none."""
    try:
        counted.check(address, secret)
        counted.count(address, secret)
    except TooManyRequests as error:
        return int(error.extra["retry_after"])
    return 0


@pytest.mark.parametrize("most", [1, 30])
def test_as_many_as_are_allowed_and_no_more(clock: _Clock, most: int) -> None:
    """The last one that is allowed is, one more waits until the minute is over, and then the count begins anew."""
    counted = BadTokens(most, clock=clock)
    for _ in range(2):
        assert [_shown(counted, "a", guess()) for _ in range(most)] == [0] * most
        assert _shown(counted, "a", guess()) == 60
        assert _shown(counted, "b", guess()) == 0
        clock.now += 59.5
        assert _shown(counted, "a", guess()) == 1
        clock.now += 0.5


def test_the_minute_is_over_for_those_who_stayed_below(clock: _Clock) -> None:
    """Who shows one less than is allowed in each minute is never refused."""
    counted = BadTokens(3, clock=clock)
    for _ in range(10):
        assert [_shown(counted, "a", guess()) for _ in range(2)] == [0, 0]
        clock.now += 60.0


def test_no_number_is_no_limit(clock: _Clock) -> None:
    """0 lets every one be looked up, and remembers nobody."""
    counted = BadTokens(0, clock=clock)
    assert {_shown(counted, "a", guess()) for _ in range(1_000)} == {0}
    assert len(counted) == 0


def test_memory_is_bounded(clock: _Clock) -> None:
    """A crowd of addresses and of tokens costs no memory; who was counted longest ago starts anew."""
    counted = BadTokens(1, remembered=3, clock=clock)
    secrets_ = [guess() for _ in range(6)]
    for number, secret in enumerate(secrets_):
        assert _shown(counted, f"address {number}", secret) == 0
    assert len(counted) == 3
    assert _shown(counted, "address 5", guess()) == 60
    assert _shown(counted, "address 0", guess()) == 0


def test_the_next_bad_token_is_refused(
    client: Callable[..., TestClient], clock: _Clock, services: Services
) -> None:
    """At the limit 401, one beyond 429 with Retry-After; other addresses, and good tokens of this one, go on."""
    allowed = [client(token=guess()).get("/records").status_code for _ in range(_MOST)]
    assert allowed == [401] * _MOST
    refusal = client(token=guess()).get("/records")
    assert refusal.status_code == 429
    assert refusal.headers["content-type"] == "application/problem+json"
    assert refusal.headers["retry-after"] == "60"
    assert refusal.json()["type"] == "/problems/too-many-requests"
    assert "IMAGEGRAPH_BAD_TOKENS_PER_MINUTE" in refusal.json()["detail"]
    assert client(OTHER, token=guess()).get("/records").status_code == 401
    assert client(token=good(services)).get("/records").status_code == 200
    assert client().get("/records").status_code == 401
    clock.now += 59.9
    assert client(token=guess()).get("/records").headers["retry-after"] == "1"
    clock.now += 0.1
    assert client(token=guess()).get("/records").status_code == 401


def test_a_token_that_is_over_counts_too(client: Callable[..., TestClient], services: Services) -> None:
    """Who goes on with a revoked token is told why at first, and then refused; a new token helps at once."""
    secret = good(services)
    token = services.tokens.find(secret)
    assert token is not None
    services.tokens.revoke(token.id)
    answers = [client(token=secret).get("/records") for _ in range(_MOST + 1)]
    assert [answer.status_code for answer in answers] == [401] * _MOST + [429]
    assert "was revoked" in answers[-2].json()["detail"]
    assert client(token=good(services)).get("/records").status_code == 200


def test_signing_in_counts_too(client: Callable[..., TestClient], clock: _Clock, services: Services) -> None:
    """The page says so, with 429 and Retry-After; what was shown there and elsewhere is added up."""
    browser = client()
    assert browser.get("/records", headers={"Authorization": f"Bearer {guess()}"}).status_code == 401
    tried = [browser.post("/sign-in", data={"token": guess()}).status_code for _ in range(_MOST - 1)]
    assert tried == [403] * (_MOST - 1)
    page = browser.post("/sign-in", data={"token": guess()})
    assert (page.status_code, page.headers["retry-after"]) == (429, "60")
    assert "text/html" in page.headers["content-type"]
    assert "Too many bad tokens" in page.text
    assert browser.post("/sign-in", data={"token": good(services)}).status_code == 303
    clock.now += 60
    assert browser.post("/sign-in", data={"token": guess()}).status_code == 403


def test_what_is_known_to_be_bad_is_not_looked_up(
    client: Callable[..., TestClient], app: FastAPI, services: Services
) -> None:
    """Beyond the limit a bad token that was seen before is refused without asking the database."""
    asked: list[str] = []

    class Counting:
        def find(self, secret: str) -> None:
            asked.append(secret)

        def __getattr__(self, name: str) -> object:
            return getattr(services.tokens, name)

    app.state.services = replace(services, tokens=Counting())  # type: ignore[arg-type]
    secret = guess()
    for _ in range(_MOST):
        client(token=secret).get("/records")
    assert asked == [secret] * _MOST
    assert {client(token=secret).get("/records").status_code for _ in range(10)} == {429}
    assert {client().post("/sign-in", data={"token": secret}).status_code for _ in range(10)} == {429}
    assert asked == [secret] * _MOST


def test_a_flood_is_told_once(
    client: Callable[..., TestClient], services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    """Beyond the limit there is no line in the log and no entry in the audit log for each, but one warning for all."""
    caplog.set_level(logging.INFO, logger="imagegraph")
    before = len(list(services.audit.entries()))
    for _ in range(_MOST + 50):
        client(token=guess()).get("/records")
    noted = [one for one in caplog.records if one.name == "imagegraph.access"]
    assert len(noted) == _MOST
    warnings = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert len(warnings) == 1
    assert warnings[0].startswith(f"{GUESSER} has shown {_MOST} bad tokens")
    assert len(list(services.audit.entries())) - before == _MOST


def test_an_address_of_ipv6_is_a_network(client: Callable[..., TestClient]) -> None:
    """Who has 2^64 addresses has no more guesses for that."""
    statuses = [
        client(f"2001:db8::{number:x}", token=guess()).get("/records").status_code
        for number in range(_MOST + 1)
    ]
    assert statuses == [401] * _MOST + [429]
    assert client("2001:db8:0:1::1", token=guess()).get("/records").status_code == 401
