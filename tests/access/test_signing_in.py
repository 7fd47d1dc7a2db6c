"""Browsers: a session for a token, in a cookie that no script reads and no other site sends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.projects.membership import join
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

HTML = {"Accept": "text/html"}
#: what a browser says of a form on a page of this service
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
STUDY = b"type: Study\nid: https://doi.org/10.5072/wave\nname: Waves\n"


@pytest.fixture(scope="module", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(
        data=tmp_path_factory.mktemp("browser"), base="http://testserver/", query_workers=1, intake_workers=1
    )
    with open_services(settings) as services:
        yield services


@pytest.fixture(name="browser")
def _browser(services: Services) -> Iterator[TestClient]:
    """Somebody elsewhere with a browser."""
    yield TestClient(
        create_app(services), client=("203.0.113.7", 50_000), raise_server_exceptions=False,
        follow_redirects=False,
    )  # fmt: skip
    for token in services.tokens.tokens():
        if token.is_good(datetime.now(UTC)):
            services.tokens.revoke(token.id)


def signed_in(browser: TestClient, services: Services, scope: str = "write") -> str:
    """Sign in with a new token; the token."""
    expires = datetime.now(UTC) + timedelta(days=1)
    secret, made = services.tokens.create(f"{scope} {expires.timestamp()}", scope=scope, expires=expires)  # type: ignore[arg-type]
    join(services.projects, made, agent="test")
    answer = browser.post("/sign-in", data={"token": secret, "next": "/records?q=a"}, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/records?q=a")
    return secret


def test_a_browser_is_led_to_the_page_for_signing_in(browser: TestClient) -> None:
    """With the page that it wanted; a program gets the problem."""
    answer = browser.get("/records?q=a&limit=5", headers=HTML)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/sign-in?next=%2Frecords%3Fq%3Da%26limit%3D5",
    )
    assert browser.get("/records").status_code == 401
    page = browser.get(answer.headers["location"], headers=HTML)
    assert page.status_code == 200
    assert 'value="/records?q=a&amp;limit=5"' in page.text


def test_the_cookie(browser: TestClient, services: Services) -> None:
    """Not for scripts, not for other sites, not for ever, and not the token."""
    secret = signed_in(browser, services)
    answer = browser.post("/sign-in", data={"token": secret}, headers={**OURS, "X-Forwarded-Proto": "https"})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" in cookie
    assert "Max-Age=43200" in cookie
    assert secret not in cookie
    assert answer.headers["cache-control"] == "no-store"


def test_a_session_does_what_its_token_does(browser: TestClient, services: Services) -> None:
    """Reading and writing for one, reading for the other; the history names the token."""
    signed_in(browser, services)
    assert browser.get("/records", headers=HTML).status_code == 200
    assert browser.put("/records/wave", content=STUDY, headers=OURS).status_code == 201
    assert services.journal.version("wave").agent.startswith("HTTP API, token write")
    signed_in(browser, services, "read")
    assert browser.get("/records").status_code == 200
    assert browser.put("/records/wave", content=STUDY, headers=OURS).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Referer": "http://testserver/"},
    ],
)  # fmt: skip
def test_another_site_cannot_use_the_cookie(
    browser: TestClient, services: Services, headers: dict[str, str]
) -> None:
    """Only what the browser says is sent by a page of this service changes anything."""
    signed_in(browser, services)
    assert browser.put("/records/forged", content=STUDY, headers=headers).status_code == 403
    assert services.journal.find("forged") is None


def test_signing_out(browser: TestClient, services: Services) -> None:
    """The session is over on this side too: the old cookie opens nothing."""
    signed_in(browser, services, "read")
    cookie = browser.cookies["imagegraph_session"]
    assert browser.post("/sign-out", headers=OURS).status_code == 303
    browser.cookies.clear()
    browser.cookies.set("imagegraph_session", cookie)
    assert browser.get("/records").status_code == 401


def test_a_revoked_token_ends_its_sessions(browser: TestClient, services: Services) -> None:
    """At once."""
    signed_in(browser, services)
    for token in services.tokens.tokens():
        if token.is_good(datetime.now(UTC)):
            services.tokens.revoke(token.id)
    assert browser.get("/records").status_code == 401


@pytest.mark.parametrize("token", ["", "x", "imagegraph_" + "A" * 43, "<script>", "\x00"])
def test_a_wrong_token_signs_nobody_in(browser: TestClient, token: str) -> None:
    """The page says so, does not repeat what was typed, and sets no cookie."""
    answer = browser.post("/sign-in", data={"token": token}, headers=OURS)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "opens nothing here" in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "/a\r\nX: y", "", "records"],
)  # fmt: skip
def test_nobody_is_led_elsewhere(browser: TestClient, services: Services, wanted: str) -> None:
    """After signing in only pages of this service are next."""
    secret, _ = services.tokens.create("guest", scope="read", expires=None)
    answer = browser.post("/sign-in", data={"token": secret, "next": wanted}, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_form_of_another_site_signs_nobody_in(browser: TestClient, services: Services) -> None:
    """Nor does it sign anybody in as somebody else."""
    secret, _ = services.tokens.create("guest", scope="read", expires=None)
    answer = browser.post("/sign-in", data={"token": secret}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
