"""Signing in with a provider, as a browser does it: there and back, with a real provider on this machine."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from imagegraph.operations.projects.membership import join
from imagegraph.operations.services import Services

HTML = {"Accept": "text/html"}
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
STUDY = b"type: Study\nid: https://doi.org/10.5072/dune\nname: Dunes\n"
ORCID = "https://orcid.org/0000-0002-1825-0097"
Visitor = Callable[..., TestClient]


def go(browser: TestClient, provider: Any, *, wanted: str = "/records?q=a") -> Any:
    """To the provider and back; the answer of the callback."""
    answer = browser.get("/sign-in/provider", params={"next": wanted}, headers=HTML)
    assert answer.status_code == 303, answer.text
    back = provider.visit(answer.headers["location"])
    assert back.startswith("http://testserver/sign-in/callback?")
    return browser.get(back.removeprefix("http://testserver"), headers=HTML)


def test_an_admitted_person_signs_in_and_writes(
    visitor: Visitor, oidc_services: Services, provider: Any
) -> None:
    """The session does what the person may; the history names the identity; no token was ever needed."""
    identity = f"{provider.issuer} 7f3a"
    join(
        oidc_services.projects,
        oidc_services.tokens.admit(identity, scope="write", expires=None),
        agent="test",
    )
    browser = visitor()
    answer = go(browser, provider)
    assert (answer.status_code, answer.headers["location"]) == (303, "/records?q=a")
    assert answer.headers["cache-control"] == "no-store"
    assert browser.get("/records", headers=HTML).status_code == 200
    assert browser.put("/records/dune", content=STUDY, headers=OURS).status_code == 201
    assert oidc_services.journal.version("dune").agent == f"HTTP API, person {identity}"
    assert identity in browser.get("/sign-in").text
    assert browser.put("/records/dune2", content=STUDY).status_code == 403  # a form of another site
    kept = oidc_services.tokens.find_person(identity)
    assert kept is not None
    assert kept.used is not None


def test_a_person_may_what_was_granted(visitor: Visitor, oidc_services: Services, provider: Any) -> None:
    """Reading only, when it was reading."""
    oidc_services.tokens.admit(f"{provider.issuer} 7f3a", scope="read", expires=None)
    browser = visitor()
    go(browser, provider)
    assert browser.get("/records").status_code == 200
    assert browser.put("/records/dune3", content=STUDY, headers=OURS).status_code == 403


def test_a_revoked_person_is_out_at_once(visitor: Visitor, oidc_services: Services, provider: Any) -> None:
    """The session ends, and signing in again tells why."""
    identity = f"{provider.issuer} 7f3a"
    join(
        oidc_services.projects,
        oidc_services.tokens.admit(identity, scope="write", expires=None),
        agent="test",
    )
    browser = visitor()
    go(browser, provider)
    assert browser.get("/records").status_code == 200
    oidc_services.tokens.revoke(identity)
    assert browser.get("/records").status_code == 401
    answer = go(browser, provider)
    assert answer.status_code == 403
    assert "that was revoked" in answer.text
    assert browser.get("/records").status_code == 401


def test_somebody_whose_time_is_over_is_told(
    visitor: Visitor, oidc_services: Services, provider: Any
) -> None:
    """Nobody signs in after the day."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    oidc_services.tokens.admit(f"{provider.issuer} late", scope="write", expires=yesterday)
    provider.behave(subject="late")
    answer = go(visitor(), provider)
    assert answer.status_code == 403
    assert "that time is over" in answer.text


def test_somebody_nobody_let_in(visitor: Visitor, provider: Any) -> None:
    """They read who they are and what the operator types; they get no session."""
    provider.behave(subject="<b>'; rm -rf $HOME")  # the subject has blanks: it cannot be used
    assert go(visitor(), provider).status_code == 403
    provider.behave(subject="<b>';$HOME")
    browser = visitor()
    answer = go(browser, provider)
    assert answer.status_code == 403
    assert "imagegraph person admit" in answer.text
    assert "<b>'" not in answer.text
    assert "imagegraph_session" not in browser.cookies
    assert browser.get("/records").status_code == 401


def test_an_orcid_of_a_trusted_provider(visitor: Visitor, oidc_services: Services, provider: Any) -> None:
    """The claim that the setting names is the identity; a wrong ORCID iD is nobody."""
    oidc_services.tokens.admit(ORCID, scope="read", expires=None)
    browser = visitor(provider=provider.adapter(orcid_claim="orcid"))
    provider.behave(claims={"orcid": "0000-0002-1825-0097"})
    assert go(browser, provider).status_code == 303
    assert ORCID in browser.get("/sign-in").text
    provider.behave(claims={"orcid": "0000-0002-1825-0098"})
    assert go(browser, provider).status_code == 403
    provider.behave(claims={"orcid": "0000-0002-1825-0097"})
    answer = go(visitor(provider=provider.adapter()), provider)  # a provider that is not trusted for it
    assert answer.status_code == 403
    assert f"{provider.issuer} 7f3a" in answer.text


def test_orcid_itself() -> None:
    """Its subjects are ORCID iDs, without any further setting; nothing is asked before somebody signs in."""
    from imagegraph.adapters.oidc import OidcProvider

    orcid = OidcProvider(
        "https://orcid.org", client_id="APP-1", client_secret="s", callback="http://testserver/sign-in/callback",
        agent="test",
    )  # fmt: skip
    assert orcid.title == "Sign in with ORCID"
    assert orcid._identity({"sub": "0000-0002-1825-0097"}) == ORCID


def test_the_button(visitor: Visitor, provider: Any) -> None:
    """Where a provider is set, the page leads there with the page that was wanted; elsewhere there is none."""
    page = visitor().get("/sign-in", params={"next": "/records?q=a&limit=5"}).text
    assert "Sign in at the institute" in page
    assert 'href="/sign-in/provider?next=%2Frecords%3Fq%3Da%26limit%3D5"' in page
    alone = visitor(provider=None)
    assert "/sign-in/provider" not in alone.get("/sign-in").text
    assert alone.get("/sign-in/provider").status_code == 404
    assert alone.get("/sign-in/callback").status_code == 404
    assert provider.asked == []


@pytest.mark.parametrize(
    "wanted", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x" * 1_500]
)
def test_nobody_comes_back_elsewhere(
    visitor: Visitor, oidc_services: Services, provider: Any, wanted: str
) -> None:
    """After signing in only pages of this service are next."""
    oidc_services.tokens.admit(f"{provider.issuer} 7f3a", scope="read", expires=None)
    assert go(visitor(), provider, wanted=wanted).headers["location"] == "/"


def test_the_cookie_between(visitor: Visitor, provider: Any) -> None:
    """Ten minutes, for these pages only, not for scripts, and it says nothing; it is gone afterwards."""
    browser = visitor()
    answer = browser.get("/sign-in/provider", headers={"X-Forwarded-Proto": "https"})
    cookie = answer.headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=lax", "Secure", "Max-Age=600", "Path=/sign-in"):
        assert part in cookie
    sent = answer.headers["location"]
    for secret in ("state", "nonce"):
        value = sent.partition(f"{secret}=")[2].partition("&")[0]
        assert len(value) >= 43
        assert value not in cookie
    assert "code_challenge_method=S256" in sent
    assert "scope=openid" in sent
    assert "s3cret" not in sent + cookie
    done = go(visitor(), provider)
    assert 'imagegraph_sign_in=""' in done.headers["set-cookie"]


def test_another_browser_cannot_finish(visitor: Visitor, oidc_services: Services, provider: Any) -> None:
    """What somebody is lured to open signs nobody in as somebody else."""
    oidc_services.tokens.admit(f"{provider.issuer} 7f3a", scope="write", expires=None)
    sent = visitor().get("/sign-in/provider").headers["location"]
    back = provider.visit(sent).removeprefix("http://testserver")
    victim = visitor()
    answer = victim.get(back)
    assert answer.status_code == 400
    assert "has not begun to sign in" in answer.text
    victim.get("/sign-in/provider")  # a flow of its own is no help
    assert victim.get(back).status_code == 400
    assert "imagegraph_session" not in victim.cookies
    assert "/token" not in provider.asked


def test_a_code_signs_in_once(visitor: Visitor, oidc_services: Services, provider: Any) -> None:
    """The same address again, even with the same cookie, signs nobody in, and repeats nothing."""
    oidc_services.tokens.admit(f"{provider.issuer} 7f3a", scope="write", expires=None)
    browser = visitor()
    sent = browser.get("/sign-in/provider").headers["location"]
    cookie = browser.cookies["imagegraph_sign_in"]
    back = provider.visit(sent).removeprefix("http://testserver")
    assert browser.get(back).status_code == 303
    thief = visitor()
    thief.cookies.set("imagegraph_sign_in", cookie)
    answer = thief.get(back)
    assert answer.status_code == 403
    assert "invalid_grant" in answer.text
    assert back.partition("code=")[2].partition("&")[0] not in answer.text
    assert "imagegraph_session" not in thief.cookies


def test_the_provider_refuses(visitor: Visitor, provider: Any) -> None:
    """Its reason is told when it is one of those that there are, and nothing that it makes up."""
    provider.behave(error="access_denied")
    answer = go(visitor(), provider)
    assert answer.status_code == 403
    assert "access_denied" in answer.text
    provider.behave(error="call +1 555 for help")
    answer = go(visitor(), provider)
    assert answer.status_code == 403
    assert "555" not in answer.text


def test_nothing_secret_is_logged(
    visitor: Visitor, oidc_services: Services, provider: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither codes nor state, tokens, the secret or sessions, also at the level debug and when it goes wrong."""
    for logger in (None, "imagegraph", "authlib"):
        caplog.set_level(logging.DEBUG, logger)
    oidc_services.tokens.admit(f"{provider.issuer} 7f3a", scope="write", expires=None)
    secrets = []
    for wish in ({}, {"signature": "changed"}, {"status": {"/token": 500}}):
        provider.behave(**wish)
        browser = visitor()
        sent = browser.get("/sign-in/provider").headers["location"]
        back = provider.visit(sent)
        secrets += [part.partition("=")[2] for part in back.partition("?")[2].split("&")]
        secrets.append(browser.cookies["imagegraph_sign_in"])
        browser.get(back.removeprefix("http://testserver"))
        secrets += [value for value in [browser.cookies.get("imagegraph_session")] if value]
    ours = "\n".join(
        one.getMessage() for one in caplog.records if one.name.startswith(("imagegraph", "authlib"))
    )
    assert "/sign-in/callback" in ours
    audited = repr([entry.as_dict() for entry in oidc_services.audit.since(0)])
    for secret in [*secrets, "s3cret"]:
        assert secret not in ours
        assert secret not in audited
