"""Who may send updates: admins, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from update_requests import RECORDS, UPDATE, put, study, token

from imagegraph.api.app import create_app
from imagegraph.operations.services import Services

TEXT = f"DROP GRAPH <{RECORDS}a>"


@pytest.fixture(name="elsewhere")
def _elsewhere(services: Services, client: TestClient) -> TestClient:
    """Somebody at another machine."""
    put(client, "a", study("First"))
    return TestClient(create_app(services), client=("203.0.113.7", 50_000), raise_server_exceptions=False)


@pytest.mark.parametrize("scope", ["read", "write"])
def test_a_token_of_another_scope_is_not_enough(
    elsewhere: TestClient, services: Services, scope: str
) -> None:
    """403 that says who may, and how records are changed by others."""
    shown = token(services, scope)
    for sent in (
        {"content": TEXT, "headers": {**UPDATE, **shown}},
        {"data": {"update": TEXT}, "headers": shown},
    ):
        response = elsewhere.post("/sparql", **sent)  # type: ignore[arg-type]
        assert (response.status_code, response.json()["type"]) == (403, "/problems/forbidden-query")
        assert "for admins" in response.json()["detail"]
        assert "PUT and DELETE on /records" in response.json()["detail"]
    assert services.journal.head == 1


@pytest.mark.parametrize("anonymous_reading", [False, True])
def test_somebody_unknown_is_asked_for_a_token(
    elsewhere: TestClient, services: Services, anonymous_reading: bool
) -> None:
    """401, also where everybody may read."""
    settings = services.settings.model_copy(update={"anonymous_reading": anonymous_reading})
    app = create_app(replace(services, settings=settings))
    visitor = TestClient(app, client=("203.0.113.7", 50_000), raise_server_exceptions=False)
    assert visitor.post("/sparql", data={"query": "ASK {}"}).status_code == (
        200 if anonymous_reading else 401
    )
    for response in (
        visitor.post("/sparql", content=TEXT, headers=UPDATE), visitor.post("/sparql", data={"update": TEXT}),
    ):  # fmt: skip
        assert (response.status_code, response.json()["type"]) == (401, "/problems/unauthorized")
    assert services.journal.head == 1


def test_an_admin_may_and_is_named_in_the_history(elsewhere: TestClient, services: Services) -> None:
    """By the name of the token."""
    response = elsewhere.post("/sparql", content=TEXT, headers={**UPDATE, **token(services, "admin")})
    assert response.status_code == 204
    version = services.journal.version("a")
    assert (version.deleted, version.agent) == (True, "HTTP API, token admin of a test")


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}],
)
def test_pages_of_other_sites_change_nothing(
    elsewhere: TestClient, services: Services, headers: dict[str, str]
) -> None:
    """They may ask, and a browser would send an admin's token along if a page told it to."""
    shown = {**token(services, "admin"), **headers}
    assert elsewhere.post("/sparql", data={"query": "ASK {}"}, headers=shown).status_code == 200
    assert elsewhere.post("/sparql", data={"update": TEXT}, headers=shown).status_code == 403
    assert services.journal.head == 1


def test_a_session_changes_something_only_by_our_own_pages(elsewhere: TestClient, services: Services) -> None:
    """A browser that shows a cookie has to say that one of them sent the request."""
    secret = token(services, "admin")["Authorization"].removeprefix("Bearer ")
    ours = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    signed = elsewhere.post("/sign-in", data={"token": secret}, headers=ours, follow_redirects=False)
    assert signed.status_code == 303, signed.text
    assert elsewhere.post("/sparql", data={"query": "ASK {}"}).status_code == 200
    assert elsewhere.post("/sparql", data={"update": TEXT}).status_code == 403
    assert services.journal.head == 1
    assert elsewhere.post("/sparql", data={"update": TEXT}, headers=ours).status_code == 204
