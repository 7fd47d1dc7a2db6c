"""Begins and finishes signing in with a provider: authorization code with PKCE, state and nonce."""

from __future__ import annotations

import hmac
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from imagegraph.adapters.http import Clock, Deadline
from imagegraph.adapters.oidc.conversation import Conversation, told_error
from imagegraph.adapters.oidc.discovery import Discovery, Endpoints
from imagegraph.adapters.oidc.flows import Flow, Seal, new_flow
from imagegraph.adapters.oidc.id_token import UnknownKey, claims_of
from imagegraph.errors import BadParameter, Forbidden, SourceUnavailable
from imagegraph.model.persons import ORCID, canonical_identity, check_issuer, is_loopback, orcid_identity
from imagegraph.ports.signing_in import Arrival

#: people who are asked about at once; a slow provider must not hold every thread
_AT_ONCE = 8


class OidcProvider:
    """Implements `ports.signing_in.IdentityProvider`.

    Args:
        issuer: the provider's address, exactly as it calls itself.
        client_id: how it calls this service.
        client_secret: what it gave this service; empty for a public client.
        callback: address of this service that it sends people back to.
        title: text of the button; empty for the usual one.
        orcid_claim: claim by which it is trusted to tell ORCID iDs; empty for none.
        seconds: time limit for everything that is asked about one person.
        agent: User-Agent header.

    Raises:
        BadParameter: it cannot be a provider.
    """

    def __init__(
        self, issuer: str, *, client_id: str, client_secret: str, callback: str, title: str = "", orcid_claim: str = "",
        seconds: float = 10.0, agent: str, clock: Clock | None = None,
    ) -> None:  # fmt: skip
        check_issuer(issuer)
        if not client_id:
            raise BadParameter(
                "IMAGEGRAPH_OIDC_ISSUER is set, IMAGEGRAPH_OIDC_CLIENT_ID is not.", parameter="client_id"
            )
        self._issuer, self._client_id, self._client_secret = issuer, client_id, client_secret
        self._callback, self._seconds, self._agent = callback, seconds, agent
        self._orcid_claim = orcid_claim or ("sub" if issuer == ORCID else "")
        self._name = "ORCID" if issuer == ORCID else urlsplit(issuer).netloc
        self.title = title or f"Sign in with {self._name}"
        self._clock = clock or Clock()
        self._discovery = Discovery(
            issuer, name=self._name, has_secret=bool(client_secret), clock=self._clock
        )
        self._seal = Seal(now=self._seconds_since_1970)
        self._places = threading.BoundedSemaphore(_AT_ONCE)

    def begin(self, next: str) -> tuple[str, str]:
        """Where to send a browser, and what it has to keep until it comes back."""
        flow = new_flow(next)
        with self._conversation() as conversation:
            endpoints = self._discovery.endpoints(conversation.get)
            address, _ = conversation.session.create_authorization_url(
                endpoints.authorization, state=flow.state, nonce=flow.nonce, code_verifier=flow.verifier
            )
        return address, self._seal.close(flow)

    def finish(self, flow: str, parameters: Mapping[str, str]) -> Arrival:
        """Who it is that comes back."""
        begun = self._seal.open(flow)
        if not hmac.compare_digest(parameters.get("state", "").encode(), begun.state.encode()):
            raise BadParameter(
                "This is the answer to another attempt to sign in. Try again.", parameter="state"
            )
        with self._conversation() as conversation:
            endpoints = self._discovery.endpoints(conversation.get)
            code = self._code(parameters, endpoints)
            token = conversation.exchange(
                endpoints.token, method=endpoints.method, code=code, verifier=begun.verifier
            )
            claims = self._claims(token, begun, endpoints=endpoints, conversation=conversation)
        return Arrival(self._identity(claims), begun.next)

    def _code(self, parameters: Mapping[str, str], endpoints: Endpoints) -> str:
        """The code that the provider sent along, when it is that provider and all went well."""
        said = parameters.get("iss", "")
        if said != self._issuer and (said or endpoints.names_itself):
            raise Forbidden(f"This was not sent by {self._name}. Try again.")
        if error := parameters.get("error", ""):
            raise Forbidden(f"{self._name} did not let you in ({told_error(error)}).")
        if not parameters.get("code"):
            raise BadParameter(f"{self._name} sent no code. Try again.", parameter="code")
        return parameters["code"]

    def _claims(
        self, token: str, flow: Flow, *, endpoints: Endpoints, conversation: Conversation
    ) -> dict[str, Any]:
        """What the ID token says; a key that is not known may be a new one, so the keys are fetched once more."""
        keys = None
        for _ in range(2):
            keys = self._discovery.keys(conversation.get, address=endpoints.keys, known_before=keys)
            try:
                return claims_of(
                    token, keys=keys, issuer=self._issuer, client_id=self._client_id, nonce=flow.nonce,
                    now=self._seconds_since_1970(), name=self._name,
                )  # fmt: skip
            except UnknownKey:
                continue
        raise Forbidden(f"What {self._name} says about you is signed with a key that it does not show.")

    def _identity(self, claims: Mapping[str, Any]) -> str:
        orcid = claims.get(self._orcid_claim) if self._orcid_claim else None
        try:
            if orcid is not None:
                return orcid_identity(str(orcid))
            return canonical_identity(f"{self._issuer} {claims['sub']}")
        except BadParameter as error:
            raise Forbidden(
                f"What {self._name} calls you cannot be used: {error.detail}", value=error.extra["value"]
            ) from None

    @contextmanager
    def _conversation(self) -> Iterator[Conversation]:
        deadline = Deadline(self._seconds, clock=self._clock)
        if not self._places.acquire(timeout=min(2.0, self._seconds)):
            raise SourceUnavailable("Too many people are signing in at the moment. Try again in a minute.")
        try:
            conversation = Conversation(
                self._name, deadline=deadline, agent=self._agent,
                is_local=is_loopback(urlsplit(self._issuer).hostname or ""), client_id=self._client_id,
                client_secret=self._client_secret, redirect_uri=self._callback,
            )  # fmt: skip
            try:
                yield conversation
            finally:
                conversation.close()
        finally:
            self._places.release()

    def _seconds_since_1970(self) -> float:
        return self._clock.now().timestamp()
