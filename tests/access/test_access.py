"""Who may read and write, from where, and with which token."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.projects.membership import join
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

STUDY = b"type: Study\nid: https://doi.org/10.5072/tide\nname: Tidal cells\n"
HERE, ELSEWHERE = "127.0.0.1", "203.0.113.7"
Client = Callable[..., TestClient]


@pytest.fixture(scope="module", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(
        data=tmp_path_factory.mktemp("access"), base="http://testserver/", query_workers=1, intake_workers=1
    )
    with open_services(settings) as services:
        yield services


@pytest.fixture(name="client")
def _client(services: Services) -> Iterator[Client]:
    """Clients by where they are and what they show; every token is revoked afterwards."""
    app = create_app(services)

    def client(address: str = ELSEWHERE, *, token: str | None = None, **headers: str) -> TestClient:
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        return TestClient(
            app, client=(address, 50_000), headers=headers, raise_server_exceptions=False,
            follow_redirects=False,
        )  # fmt: skip

    yield client
    for token in services.tokens.tokens():
        if token.is_good(datetime.now(UTC)):
            services.tokens.revoke(token.id)


def token(services: Services, scope: str, *, days: float = 1, name: str = "") -> str:
    """A new token."""
    expires = datetime.now(UTC) + timedelta(days=days)
    name = name or f"{scope} {expires.timestamp()}"
    secret, made = services.tokens.create(name, scope=scope, expires=expires)  # type: ignore[arg-type]
    join(services.projects, made, agent="test")
    return secret


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_somebody_at_the_machine_owns_a_fresh_install(client: Client, address: str) -> None:
    """Nothing has to be set up to begin."""
    assert client(address).get("/records").status_code == 200
    assert client(address).post("/records", content=STUDY).status_code in (200, 201)


@pytest.mark.parametrize("address", [ELSEWHERE, "10.0.0.1", "192.168.1.4", "::2", "testclient", ""])
def test_a_fresh_install_is_closed_to_everybody_else(client: Client, address: str) -> None:
    """Neither reading nor writing; the answer says how to get in, and nothing of what is there."""
    client(HERE).post("/records", content=STUDY)
    for response in (client(address).get("/records"), client(address).post("/records", content=STUDY)):
        assert response.status_code == 401
        assert response.headers["www-authenticate"].startswith("Bearer")
        assert response.headers["content-type"] == "application/problem+json"
        assert "imagegraph token create" in response.json()["detail"]
        assert "Tidal" not in response.text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_what_comes_through_a_proxy_is_not_at_the_machine(client: Client, header: str) -> None:
    """Whatever the header says: it was not sent by a person here."""
    assert client(HERE, **{header: HERE}).get("/records").status_code == 401


@pytest.mark.parametrize(
    ("scope", "reading", "writing"), [("read", 200, 403), ("write", 200, 200), ("admin", 200, 200)]
)
def test_scopes(client: Client, services: Services, scope: str, reading: int, writing: int) -> None:
    """A token is good for what it says, from anywhere."""
    client(HERE).post("/records", content=STUDY)
    caller = client(token=token(services, scope))
    assert caller.get("/records").status_code == reading
    assert caller.post("/records", content=STUDY).status_code == writing


def test_an_admin_token_closes_the_door_at_the_machine_too(client: Client, services: Services) -> None:
    """From then on everybody shows a token; when it is revoked the machine's owner is back."""
    secret = token(services, "admin", name="boss")
    assert client(HERE).get("/records").status_code == 401
    assert client(HERE, token=secret).get("/records").status_code == 200
    services.tokens.revoke("boss")
    assert client(HERE).get("/records").status_code == 200


def test_a_token_that_is_over_opens_nothing(client: Client, services: Services) -> None:
    """Not even what anybody may see: the answer says why, and whose it was."""
    expired, revoked = token(services, "write", days=-1), token(services, "write", name="lost")
    services.tokens.revoke("lost")
    for secret, why in (
        (expired, "has expired"),
        (revoked, "was revoked"),
        ("imagegraph_x", "never given out"),
    ):
        response = client(HERE, token=secret).get("/records")
        assert response.status_code == 401
        assert why in response.json()["detail"]
        assert secret not in response.text


def test_a_revoked_token_is_shut_out_at_once(client: Client, services: Services) -> None:
    """The very next request is refused."""
    caller = client(token=token(services, "read", name="guest"))
    assert caller.get("/records").status_code == 200
    services.tokens.revoke("guest")
    assert caller.get("/records").status_code == 401


def test_health_and_what_errors_mean_are_open(client: Client) -> None:
    """Whoever watches the service needs no token; neither do the pages that a refusal leads to."""
    for path in ("/health/live", "/health/ready", "/problems/unauthorized", "/static/style.css"):
        assert client().get(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/records/sparql"), ("DELETE", "/records/validate"), ("PUT", "/records/annotate"), ("POST", "/records/x/sparql"),
        ("POST", "/sparql/"), ("PATCH", "/sparql"), ("DELETE", "/identifiers/doi/10.1/sparql"), ("POST", "//sparql"),
        ("POST", "/health/../records"), ("POST", "/problems/../records"), ("POST", "/static/../records"),
    ],
)  # fmt: skip
def test_no_address_disguises_a_change(client: Client, services: Services, method: str, path: str) -> None:
    """What only looks like reading needs the scope for writing, or is nothing at all."""
    response = client(token=token(services, "read")).request(method, path, content=STUDY)
    assert response.status_code in (403, 404, 405)


def test_every_route_is_behind_the_door(client: Client, services: Services) -> None:
    """Without a token no operation answers anything but 401, save the open ones."""
    app = create_app(services)
    asked = 0
    for path, operations in app.openapi()["paths"].items():
        if path.startswith(("/health/", "/problems", "/sign-", "/review/")):
            continue
        address = path.replace("{", "").replace("}", "")
        for method in operations:
            assert client().request(method, address).status_code == 401, f"{method} {path}"
            asked += 1
    assert asked >= 40
    for address in (
        "/",
        "/docs",
        "/openapi.json",
        "/ols4/api/terms",
        "/ols4/api/v2/entities",
        "/metrics",
        "/nowhere",
    ):
        assert client().get(address).status_code == 401, address


def test_reading_may_be_opened_to_everybody(services: Services, client: Client) -> None:
    """By a setting; writing never is."""
    from dataclasses import replace

    open_settings = services.settings.model_copy(update={"anonymous_reading": True})
    app = create_app(replace(services, settings=open_settings))
    anybody = TestClient(app, client=(ELSEWHERE, 1), raise_server_exceptions=False)
    assert anybody.get("/records").status_code == 200
    assert anybody.post("/sparql", data={"query": "ASK {}"}).status_code == 200
    assert anybody.post("/records", content=STUDY).status_code == 401
    assert anybody.delete("/records/x").status_code == 401


def test_the_history_tells_which_token_wrote(client: Client, services: Services) -> None:
    """By its name."""
    secret, kept = services.tokens.create("microscope 2", scope="write", expires=None)
    join(services.projects, kept, agent="test")
    answer = client(token=secret).put("/records/named", content=STUDY)
    assert answer.status_code in (200, 201), answer.text
    assert services.journal.version("named").agent == "HTTP API, token microscope 2"
    assert secret not in services.journal.version("named").agent
    assert kept.name == "microscope 2"


def test_a_browser_of_another_site_may_send_a_token(client: Client) -> None:
    """The preflight allows the header; no cookie is ever involved."""
    response = client().options(
        "/records",
        headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET",
                 "Access-Control-Request-Headers": "Authorization"},
    )  # fmt: skip
    assert "Authorization" in response.headers["access-control-allow-headers"]


def test_the_token_command(tmp_path: Path) -> None:
    """Made, listed and revoked while nobody holds the folder; the secret is shown once."""
    import json
    import subprocess
    import sys

    command = str(Path(sys.executable).parent / "imagegraph")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [command, "token", *arguments, "--data", "lab"], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    secret = run("create", "me", "--scope", "admin").strip()
    assert secret.startswith("imagegraph_")
    (listed,) = json.loads(run("list", "--json"))
    assert (listed["name"], listed["scope"], listed["revoked"]) == ("me", "admin", None)
    assert secret not in run("list")
    assert "revoked" in run("revoke", "me")
    assert "revoked on" in run("list")
