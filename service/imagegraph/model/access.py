"""Who asks, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

#: `read`: see what there is; `write`: change it too; `admin`: see how the service is run, and who did what, too
TokenScope = Literal["read", "write", "admin"]
SCOPES: tuple[TokenScope, ...] = get_args(TokenScope)
#: by what its holder is recognised: by a secret that is shown, or by an identity that a provider vouches for
TokenKind = Literal["token", "person"]


@dataclass(frozen=True)
class Caller:
    """Who sent a request.

    Attributes:
        name: `owner` for somebody at this machine, `token NAME`, `person IDENTITY`, or `anonymous`.
        scope: the most that they may do; None for nothing at all.
        in_browser: a browser says who they are, with every request, whoever made it send that.
    """

    name: str
    scope: TokenScope | None
    in_browser: bool = False

    def may(self, wanted: TokenScope) -> bool:
        """Whether they may do something that needs a scope."""
        return self.scope is not None and SCOPES.index(self.scope) >= SCOPES.index(wanted)


@dataclass(frozen=True, kw_only=True)
class Token:
    """What is known of a token, or of a person who was let in; never the token itself.

    Attributes:
        id: the first characters of its digest, by which it is named.
        name: whose or what for; the identity of a person.
        created, expires, revoked, used: UTC; `expires` None for one without end.
    """

    id: str
    name: str
    scope: TokenScope
    created: datetime
    expires: datetime | None
    revoked: datetime | None = None
    used: datetime | None = None
    kind: TokenKind = "token"

    def is_good(self, now: datetime) -> bool:
        """Whether it opens anything at a moment."""
        return self.revoked is None and (self.expires is None or now < self.expires)
