"""What a provider says of a person, believed only when everything about it is right.

https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
"""

from __future__ import annotations

import hmac
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwk, jwt
from joserfc.errors import InvalidKeyIdError, JoseError

from imagegraph.errors import Forbidden

#: signatures that only who has the private key can make; never `none`, never one with a shared secret
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
#: seconds that two clocks may differ
LEEWAY = 60
_LONGEST = 50_000


class UnknownKey(Exception):
    """The ID token names a key that is not there."""


def claims_of(
    token: str, *, keys: jwk.KeySet, issuer: str, client_id: str, nonce: str, now: float, name: str
) -> dict[str, Any]:
    """The claims of an ID token.

    Args:
        issuer: who has to have made it, exactly.
        client_id: for whom.
        nonce: for which sign-in.
        now: seconds since 1970.
        name: how errors call the provider.

    Raises:
        UnknownKey: it is signed with a key that is not among them.
        Forbidden: it cannot be believed.
    """
    try:
        if len(token) > _LONGEST:
            raise ValueError
        found = jwt.decode(token, keys, algorithms=ALGORITHMS)
        options: Any = {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": client_id},
        }
        claims = CodeIDToken(found.claims, found.header, options, {"client_id": client_id, "nonce": nonce})
        claims.validate(now=int(now), leeway=LEEWAY)
        if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
            raise ValueError
    except InvalidKeyIdError:
        raise UnknownKey from None
    except JoseError as error:
        clause = _clause(error)
        raise Forbidden(f"What {name} says about you cannot be believed: {clause}. Try again.") from None
    except (ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise Forbidden(
            f"What {name} says about you cannot be believed: it is not an ID token. Try again."
        ) from None
    return dict(claims)


def _clause(error: JoseError) -> str:
    """What is wrong, without what was sent."""
    claim = getattr(error, "claim", None)
    if error.error == "expired_token":
        return "it has expired"
    if isinstance(claim, str) and claim.isidentifier() and len(claim) <= 20:
        return f"its {claim!r} is not what it has to be"
    return (
        "its signature is not good" if error.error == "bad_signature" else "it is not signed as it has to be"
    )
