"""What a browser keeps between leaving for a provider and coming back: sealed, so that nobody can read or make one.

Nothing is kept on this side: whoever begins a thousand sign-ins keeps nobody else from signing in. The key is made
when the service starts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from authlib.common.security import generate_token
from joserfc import jwe, jwk, jwt
from joserfc.errors import JoseError

from imagegraph.errors import BadParameter

#: seconds that somebody may take at the provider
SECONDS = 600
_LONGEST = 4_096
_HEADER = {"alg": "dir", "enc": "A256GCM"}
_REGISTRY = jwe.JWERegistry(algorithms=["dir", "A256GCM"])


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One sign-in that has begun.

    Attributes:
        state: comes back with the browser.
        nonce: comes back in the ID token.
        verifier: of PKCE (RFC 7636); only who has it can use the code.
        next: the page that is wanted.
    """

    state: str
    nonce: str
    verifier: str
    next: str


def new_flow(next: str) -> Flow:
    """One that nobody can guess."""
    return Flow(state=generate_token(43), nonce=generate_token(43), verifier=generate_token(64), next=next)


class Seal:
    """Closes flows and opens them again.

    Args:
        now: seconds since 1970.
    """

    def __init__(self, *, now: Callable[[], float]) -> None:
        self._now = now
        self._key = jwk.OctKey.generate_key(256)

    def close(self, flow: Flow) -> str:
        """A text that says nothing to anybody else."""
        claims = {**asdict(flow), "exp": int(self._now()) + SECONDS}
        return jwt.encode(_HEADER, claims, self._key, registry=_REGISTRY)

    def open(self, sealed: str) -> Flow:
        """The flow that was closed.

        Raises:
            BadParameter: it was not closed here, or too long ago.
        """
        try:
            if not sealed or len(sealed) > _LONGEST or not sealed.isascii():
                raise ValueError
            claims = jwt.decode(sealed, self._key, registry=_REGISTRY).claims
            if self._now() >= claims.pop("exp"):
                raise ValueError
            return Flow(**claims)
        except (JoseError, ValueError, TypeError, KeyError):
            raise BadParameter(
                "This browser has not begun to sign in here, or more than ten minutes ago. Try again.",
                parameter="state",
            ) from None
