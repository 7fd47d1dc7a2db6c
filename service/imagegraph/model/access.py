"""Who asks, and what they may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from imagegraph.model.projects import EVERYTHING, AccessScope, Role

#: `read`: see what there is; `write`: change it too; `admin`: see how the service is run, and who did what, too
TokenScope = Literal["read", "write", "admin"]
SCOPES: tuple[TokenScope, ...] = get_args(TokenScope)
#: by what its holder is recognised: by a secret that is shown, by an identity that a provider vouches for, or by an
#: address that somebody was sent
TokenKind = Literal["token", "person", "review link"]


@dataclass(frozen=True)
class Caller:
    """Who sent a request.

    Attributes:
        name: `owner` for somebody at this machine, `token NAME`, `person IDENTITY`, or `anonymous`.
        scope: the most that they may do; None for nothing at all.
        in_browser: a browser says who they are, with every request, whoever made it send that.
        member: by what projects know them; None for who cannot be in one.
        roles: the projects that they are in.
    """

    name: str
    scope: TokenScope | None
    in_browser: bool = False
    member: str | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)

    @property
    def sees(self) -> AccessScope:
        """Which records are there for them."""
        return EVERYTHING if self.scope == "admin" else AccessScope(frozenset(self.roles))

    def may(self, wanted: TokenScope) -> bool:
        """Whether they may do something that needs a scope."""
        return self.scope is not None and SCOPES.index(self.scope) >= SCOPES.index(wanted)


#: somebody at the machine, as long as there is no admin, and whoever uses the command line there
OWNER = Caller("owner", "admin")
#: who has not been let in
NOBODY = Caller("anonymous", None)


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

    @property
    def member(self) -> str:
        """By what projects know its holder: a person by the identity, so that they stay in when let in anew."""
        if self.kind == "person":
            return f"person:{self.name}"
        return f"link:{self.id}" if self.kind == "review link" else f"token:{self.id}"

    def is_good(self, now: datetime) -> bool:
        """Whether it opens anything at a moment."""
        return self.revoked is None and (self.expires is None or now < self.expires)
