"""Who may do what.

* A token that is shown decides alone; one that is not good is no token at all, and is told so.
* A browser shows a session, which somebody has begun with a token or as a person whom a provider vouches for. It is sent with every request, so what changes
  something has to say that it comes from a page of this service.
* Somebody at this machine is the owner, as long as there is no admin token: nothing has to be set up to begin.
* Everybody else is anonymous. They may read when the operator says so, and never write.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from imagegraph.errors import Forbidden, Unauthorized
from imagegraph.model.access import OWNER, Caller, TokenScope
from imagegraph.ports.projects import ProjectStore
from imagegraph.ports.tokens import TokenStore

#: headers by which a proxy says that somebody else asks
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "x-forwarded-host", "via")
_BEARER = "bearer "


def _now() -> datetime:
    return datetime.now(UTC)


def caller_of(
    headers: Mapping[str, str], *, session: str | None, address: str | None, tokens: TokenStore, anonymous_reading: bool,
    now: Callable[[], datetime] = _now,
) -> Caller:  # fmt: skip
    """Who sends a request.

    Args:
        headers: by lower-case name.
        session: what a browser shows; None when it shows nothing.
        address: where the connection comes from.
        anonymous_reading: whether anybody may read.

    Raises:
        Unauthorized: a token is shown that was never given out, is over or was revoked.
    """
    shown = shown_token(headers)
    if shown is not None:
        token = tokens.find(shown)
        if token is None:
            raise Unauthorized("This token was never given out here. `imagegraph token create` makes one.")
        if not token.is_good(now()):
            over = "was revoked" if token.revoked else "has expired"
            raise Unauthorized(f"The token {token.name!r} {over}. `imagegraph token create` makes a new one.")
        return Caller(f"{token.kind} {token.name}", token.scope, member=token.member)
    if session and (token := tokens.find_session(session)) is not None:
        return Caller(f"{token.kind} {token.name}", token.scope, in_browser=True, member=token.member)
    if is_local(headers, address) and not tokens.has_admin():
        return OWNER
    return Caller("anonymous", "read" if anonymous_reading else None)


def with_roles(caller: Caller, projects: ProjectStore) -> Caller:
    """The same with the projects that they are in; an admin need not be in any."""
    if caller.member is None or caller.scope == "admin":
        return caller
    return replace(caller, roles=projects.roles_of(caller.member))


def shown_token(headers: Mapping[str, str]) -> str | None:
    """The token that a request shows, good or not; None when it shows none.

    Args:
        headers: by lower-case name.
    """
    shown = headers.get("authorization", "")
    return shown[len(_BEARER) :].strip() if shown[: len(_BEARER)].lower() == _BEARER else None


def check(caller: Caller, wanted: TokenScope) -> None:
    """Refuse what a caller may not do.

    Raises:
        Unauthorized: nobody has said who they are; a token may help.
        Forbidden: their token is not good for this.
    """
    if caller.may(wanted):
        return
    if caller.name == "anonymous":
        raise Unauthorized(
            f"This needs a token with the scope {wanted!r}: send `Authorization: Bearer …`. "
            "`imagegraph token create NAME` makes one where the service runs."
        )
    raise Forbidden(f"The {caller.name!r} may {caller.scope}; this needs the scope {wanted!r}.")


def is_local(headers: Mapping[str, str], address: str | None) -> bool:
    """Whether a request comes from this machine itself, not from a proxy on it, nor from a web page of somebody else.

    A browser on this machine sends what any page tells it to, and lets the page read the answer (CORS); and a name
    that its owner lets point to this machine makes such a page look like ours (DNS rebinding).
    """
    if any(name in headers for name in _FORWARDED) or _is_of_a_foreign_page(headers):
        return False
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def _is_of_a_foreign_page(headers: Mapping[str, str]) -> bool:
    """Whether a browser sent it for a page of another site; following a link to us is no harm."""
    host = headers.get("host", "")
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2] != host:
        return True
    if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return headers.get("sec-fetch-mode") != "navigate"
    return host != "" and not _is_our_name(host)


def _is_our_name(host: str) -> bool:
    """Whether nobody else can own a host: an address, a name without a dot or below `localhost`, or this machine's."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    name = name.strip("[]").lower()
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return "." not in name.removesuffix(".localhost") or name == socket.gethostname().lower()
    return True
