"""People who sign in with OpenID Connect (https://openid.net/specs/openid-connect-core-1_0.html), by Authlib.

* `provider`: begins and finishes; implements `ports.signing_in.IdentityProvider`
* `flows`: what a browser keeps meanwhile, sealed
* `discovery`: what the provider says of itself, and its keys; `id_token`: what it says of a person
* `conversation`: requests to it, bounded in time and size
"""

from imagegraph.adapters.oidc.provider import OidcProvider

__all__ = ["OidcProvider"]
