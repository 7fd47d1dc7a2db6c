"""What a provider says is believed only when everything about it is right; and what it does harms nobody."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from imagegraph.errors import BadParameter, Forbidden, ImagegraphError, SourceUnavailable

NOW = int(time.time())


def identity(provider: Any, **changes: str) -> str:
    """Who comes back, with a fresh adapter."""
    adapter = provider.adapter()
    return adapter.finish(*provider.round_trip(adapter, **changes)).identity


def test_it_is_right_as_it_is(provider: Any) -> None:
    """The provider of these tests is one that is believed."""
    assert identity(provider) == f"{provider.issuer} 7f3a"


@pytest.mark.parametrize("way", ["none", "hmac", "another key", "unknown key", "changed", "no token"])
def test_signatures(provider: Any, way: str) -> None:
    """Unsigned, signed with the public key as a secret, with another key, changed: nobody is let in."""
    provider.behave(signature=way)
    with pytest.raises(Forbidden, match=r"cannot be believed|does not show"):
        identity(provider)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"}, {"iss": None}, {"iss": 5}, {"aud": "another"}, {"aud": None},
        {"aud": ["another"]}, {"aud": ["imagegraph-test", "another"]}, {"aud": {}}, {"aud": ["imagegraph-test"], "azp": "another"},
        {"exp": NOW - 120}, {"exp": None}, {"exp": "later"}, {"exp": True}, {"iat": NOW + 3_600}, {"iat": None},
        {"nonce": "another"}, {"nonce": None}, {"nonce": 5}, {"nonce": ["x"]}, {"nbf": NOW + 3_600},
        {"sub": None}, {"sub": 5}, {"sub": ""}, {"sub": "a b"}, {"sub": "x" * 256}, {"sub": "\u202e"}, {"sub": {"a": 1}},
    ],
)  # fmt: skip
def test_claims(provider: Any, claims: dict[str, Any]) -> None:
    """Of another issuer, for another client, expired, of the future, for another sign-in, of nobody."""
    provider.behave(claims=claims)
    with pytest.raises(Forbidden):
        identity(provider)


def test_two_audiences_with_us_as_the_authorised_party(provider: Any) -> None:
    """That is allowed."""
    provider.behave(claims={"aud": ["another", "imagegraph-test"], "azp": "imagegraph-test"})
    assert identity(provider)


@pytest.mark.parametrize("state", ["", "x", "é", "a" * 100])
def test_a_wrong_state(provider: Any, state: str) -> None:
    """It is the answer to another attempt; the code is not even shown to the provider."""
    with pytest.raises(BadParameter, match="another attempt"):
        identity(provider, state=state)
    assert "/token" not in provider.asked


@pytest.mark.parametrize("flow", ["", "x", "a.b.c.d.e", "é", "x" * 10_000, "eyJhbGciOiJub25lIn0.e30."])
def test_a_made_up_flow(provider: Any, flow: str) -> None:
    """Only what was sealed here opens."""
    adapter = provider.adapter()
    _, parameters = provider.round_trip(adapter)
    with pytest.raises(BadParameter, match="has not begun"):
        adapter.finish(flow, parameters)


def test_a_flow_of_another_service(provider: Any) -> None:
    """Each has its own key."""
    flow, parameters = provider.round_trip(provider.adapter())
    with pytest.raises(BadParameter):
        provider.adapter().finish(flow, parameters)


def test_a_flow_is_good_for_ten_minutes(provider: Any) -> None:
    """Whoever takes longer begins again."""
    from datetime import UTC, datetime, timedelta

    from imagegraph.adapters.http import Clock

    moment = [datetime.now(UTC)]
    adapter = provider.adapter(clock=Clock(now=lambda: moment[0]))
    flow, parameters = provider.round_trip(adapter)
    moment[0] += timedelta(seconds=601)
    with pytest.raises(BadParameter, match="ten minutes"):
        adapter.finish(flow, parameters)


def test_another_provider_answers(provider: Any) -> None:
    """RFC 9207: the one that was asked, or nobody; missing where it says that it always names itself."""
    with pytest.raises(Forbidden, match="was not sent by"):
        identity(provider, iss="https://elsewhere.example")
    assert identity(provider, iss=provider.issuer)
    provider.behave(metadata={"authorization_response_iss_parameter_supported": True})
    with pytest.raises(Forbidden, match="was not sent by"):
        identity(provider)


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://elsewhere.example"}, {"issuer": None}, {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": "ftp://127.0.0.1/keys"}, {"jwks_uri": None}, {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": ["https://a.example"]}, {"token_endpoint": "https://[broken"},
    ],
)  # fmt: skip
def test_settings_of_a_provider(provider: Any, metadata: dict[str, Any]) -> None:
    """It has to be the one that was set, and encrypted wherever it leads."""
    provider.behave(metadata=metadata)
    with pytest.raises(SourceUnavailable):
        provider.adapter().begin("/")


def test_a_trailing_slash_is_another_issuer(provider: Any) -> None:
    """Exactly what it calls itself."""
    with pytest.raises(SourceUnavailable, match="exactly"):
        provider.adapter(issuer=provider.issuer + "/").begin("/")


@pytest.mark.parametrize(
    "issuer",
    ["http://login.example.org", "https://a.example?x=1", "https://a.example#x", "https://u:p@a.example", "ftp://a.example",
     "a.example", "https://", "https://a b.example", "https://ä.example", "https://[x"],
)  # fmt: skip
def test_an_issuer_is_checked_at_the_start(provider: Any, issuer: str) -> None:
    """Encrypted save on this machine; no parameters, no password."""
    with pytest.raises(BadParameter):
        provider.adapter(issuer=issuer)


def test_the_client_secret_may_be_wanted_in_the_form(provider: Any) -> None:
    """As ORCID wants it."""
    provider.behave(metadata={"token_endpoint_auth_methods_supported": ["client_secret_post"]})
    assert identity(provider)


def test_a_wrong_client_secret(provider: Any) -> None:
    """The operator reads it in the message."""
    adapter = provider.adapter(client_secret="wrong")
    with pytest.raises(Forbidden, match="invalid_client"):
        adapter.finish(*provider.round_trip(adapter))


def test_new_keys_are_fetched_once(provider: Any) -> None:
    """A key that is not known may be a new one; one that stays unknown is asked for once more, not for ever."""
    adapter = provider.adapter()
    assert adapter.finish(*provider.round_trip(adapter))
    provider.behave(rotate=True)
    assert adapter.finish(*provider.round_trip(adapter))
    assert provider.asked.count("/keys") == 1
    provider.behave()
    assert adapter.finish(*provider.round_trip(adapter))
    assert provider.asked.count("/keys") == 0
    provider.behave(signature="unknown key")
    with pytest.raises(Forbidden):
        adapter.finish(*provider.round_trip(adapter))
    assert provider.asked.count("/keys") == 1


def test_broken_keys_do_no_harm(provider: Any) -> None:
    """Nor shared secrets, nor those of kinds that nobody knows."""
    provider.behave(
        keys=[None, 5, {}, {"kty": "RSA"}, {"kty": "oct", "k": "AAAA", "kid": "first"}, {"kty": "EC", "crv": "P-0", "x": "a"},
              {"kty": "RSA", "n": {}, "e": []}, {"kty": "AKP", "kid": "first"}, {"kty": "RSA", "use": "enc", "kid": "first"}],
    )  # fmt: skip
    assert identity(provider)


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/keys"])
def test_a_slow_provider(provider: Any, path: str) -> None:
    """One second is one second for everything together."""
    adapter = provider.adapter(seconds=1.0)
    provider.behave(slow={path: 3})
    started = time.monotonic()
    with pytest.raises(SourceUnavailable, match="in time"):
        adapter.finish(*provider.round_trip(adapter))
    assert time.monotonic() - started < 2.5


def test_a_slow_provider_does_not_hold_every_thread(provider: Any) -> None:
    """Forty at once: all are told within a few seconds, and it is asked a few times only."""
    adapter = provider.adapter(seconds=1.0)
    provider.behave(slow={"/.well-known/openid-configuration": 3})
    told: list[str] = []

    def attempt() -> None:
        try:
            adapter.begin("/")
        except ImagegraphError as error:
            told.append(error.slug)

    threads = [threading.Thread(target=attempt) for _ in range(40)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["source-unavailable"] * 40
    assert time.monotonic() - started < 5
    assert len(provider.asked) <= 2


def test_too_much(provider: Any) -> None:
    """Two megabytes of settings are not read."""
    provider.behave(huge=True)
    with pytest.raises(SourceUnavailable, match="more than"):
        provider.adapter().begin("/")


def test_a_redirect_elsewhere_is_not_followed(provider: Any) -> None:
    """The secret and the code go to the provider alone."""
    provider.behave(redirect=f"{provider.issuer}/elsewhere")
    with pytest.raises(SourceUnavailable):
        identity(provider)
    assert "/elsewhere" not in provider.asked


def test_an_error_of_the_provider(provider: Any) -> None:
    """It is told, and that it may be over soon."""
    provider.behave(status={"/token": 500})
    with pytest.raises(SourceUnavailable):
        identity(provider)


def test_nobody_listens(provider: Any) -> None:
    """It is told at once, and not asked again for some seconds."""
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        adapter = provider.adapter(issuer=f"http://127.0.0.1:{free.getsockname()[1]}")
        for _ in range(2):
            with pytest.raises(SourceUnavailable, match="cannot be reached"):
                adapter.begin("/")
