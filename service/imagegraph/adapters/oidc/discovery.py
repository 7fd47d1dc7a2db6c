"""What a provider says of itself (https://openid.net/specs/openid-connect-discovery-1_0.html), kept for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from joserfc import jwk
from joserfc.errors import JoseError

from imagegraph.adapters.http import Clock
from imagegraph.errors import SourceUnavailable
from imagegraph.model.persons import is_safe_address

Get = Callable[[str], dict[str, Any]]
#: seconds that what a provider says is believed, and that it is left alone after it did not answer
_KEPT, _LEFT_ALONE = 3_600.0, 5.0
_MOST_KEYS = 50
#: kinds of keys that have a public half; a shared secret is no key of a provider
_KINDS = frozenset(("RSA", "EC", "OKP"))


@dataclass(frozen=True, kw_only=True)
class Endpoints:
    """Where a provider does what.

    Attributes:
        method: how it wants the client to show that it is the one.
        names_itself: it says who it is when it sends somebody back (RFC 9207).
    """

    authorization: str
    token: str
    keys: str
    method: str
    names_itself: bool


class Discovery:
    """Asks a provider once in a while. Safe to use from several threads.

    Args:
        issuer: its address.
        name: how errors call it.
        has_secret: whether we have one to show.
    """

    def __init__(self, issuer: str, *, name: str, has_secret: bool, clock: Clock) -> None:
        self._issuer, self._name, self._has_secret, self._clock = issuer, name, has_secret, clock
        self._lock = threading.Lock()
        self._endpoints: tuple[float, Endpoints] | None = None
        self._keys: tuple[float, jwk.KeySet] | None = None
        self._failed: tuple[float, SourceUnavailable] | None = None

    def endpoints(self, get: Get) -> Endpoints:
        """Where it does what.

        Args:
            get: fetches a JSON object.

        Raises:
            SourceUnavailable: it does not say so usably, or is another one than it should be.
        """
        with self._lock:
            now = self._clock.monotonic()
            if self._endpoints is not None and now - self._endpoints[0] < _KEPT:
                return self._endpoints[1]
            if self._failed is not None and now - self._failed[0] < _LEFT_ALONE:
                raise self._failed[1]
            try:
                found = self._read(get(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration"))
            except SourceUnavailable as error:
                self._failed = (self._clock.monotonic(), error)
                raise
            self._endpoints = (now, found)
            return found

    def keys(self, get: Get, *, address: str, known_before: jwk.KeySet | None = None) -> jwk.KeySet:
        """Its public keys.

        Args:
            address: where they are.
            known_before: keys that turned out not to be enough: others are fetched, unless they were meanwhile.

        Raises:
            SourceUnavailable: there are none that can be used.
        """
        with self._lock:
            now = self._clock.monotonic()
            kept = self._keys
            if kept is not None and now - kept[0] < _KEPT and kept[1] is not known_before:
                return kept[1]
            found = self._usable(get(address).get("keys"))
            self._keys = (now, found)
            return found

    def _read(self, said: dict[str, Any]) -> Endpoints:
        if said.get("issuer") != self._issuer:
            shown = str(said.get("issuer"))[:200]
            raise SourceUnavailable(
                f"What answers for {self._issuer} says that it is {shown!r}: IMAGEGRAPH_OIDC_ISSUER has to be exactly "
                "what the provider calls itself."
            )
        addresses = [said.get(key) for key in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if not all(isinstance(one, str) and self._is_usable(one) for one in addresses):
            raise SourceUnavailable(f"{self._name} names an address that is missing or not encrypted.")
        authorization, token, keys = (str(one) for one in addresses)
        return Endpoints(
            authorization=authorization, token=token, keys=keys,
            method=self._method(said.get("token_endpoint_auth_methods_supported")),
            names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        )  # fmt: skip

    def _is_usable(self, address: str) -> bool:
        """Whether it is encrypted; a provider elsewhere cannot lead us to this machine without encryption."""
        local = self._issuer.startswith("http:")
        return is_safe_address(address) and (local or address.startswith("https:")) and "#" not in address

    def _method(self, offered: object) -> str:
        if not self._has_secret:
            return "none"
        names = offered if isinstance(offered, list) else ["client_secret_basic"]
        wants_post = "client_secret_post" in names and "client_secret_basic" not in names
        return "client_secret_post" if wants_post else "client_secret_basic"

    def _usable(self, said: object) -> jwk.KeySet:
        """The keys with a public half; a broken one, or one of a kind that is not known, does no harm."""
        keys: list[Any] = []
        for one in (said if isinstance(said, list) else [])[:_MOST_KEYS]:
            if not isinstance(one, dict) or one.get("kty") not in _KINDS or one.get("use", "sig") != "sig":
                continue
            try:
                keys.append(jwk.import_key(one))
            except (JoseError, ValueError, TypeError, KeyError, AttributeError):
                continue
        if not keys:
            raise SourceUnavailable(f"{self._name} shows no key that can be used.")
        return jwk.KeySet(keys)
