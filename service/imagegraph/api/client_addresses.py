"""Who sent a request, by address, also when reverse proxies stand in between.

`X-Forwarded-For` is what anybody can write into a request. It is believed only where it was written by a
proxy that the operator named: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

Address = IPv4Address | IPv6Address
_MOST_HOPS = 20
#: one household or one machine has a whole network of this size
_IPV6_PREFIX = 64


def client_address(scope: Scope, *, trusted_proxies: str = "") -> str:
    """The address that a request comes from; empty when it has none.

    The addresses in `X-Forwarded-For` are read from the right as long as the one that wrote them is trusted.

    Args:
        scope: of the ASGI request.
        trusted_proxies: addresses and networks, separated by spaces.
    """
    client = scope.get("client")
    address = _address(str(client[0])) if client else None
    if address is None:
        return str(client[0]) if client else ""
    if trusted_proxies:
        hops = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
        for hop in reversed(hops[-_MOST_HOPS:]):
            before = _address(hop)
            if before is None or not _is_trusted(address, trusted_proxies):
                break
            address = before
    return str(address)


def client_key(scope: Scope, *, trusted_proxies: str = "") -> str:
    """What requests of one client have in common: the token that was shown, else the address (see `address_key`)."""
    identity = str(scope.get("state", {}).get("identity"))
    if identity.startswith(("token ", "person ")):  # `owner` and `anonymous` are many
        return identity
    return address_key(scope, trusted_proxies=trusted_proxies)


def address_key(scope: Scope, *, trusted_proxies: str = "") -> str:
    """The address that a request comes from, as one client has it.

    Addresses of IPv6 count by their network of 64 bits, since each machine has as many of them as it likes.
    """
    text = client_address(scope, trusted_proxies=trusted_proxies)
    address = _address(text)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _IPV6_PREFIX), strict=False))
    return text


def _address(text: str) -> Address | None:
    """An address as its machine means it: `::ffff:192.0.2.1` is 192.0.2.1."""
    text = text.strip()
    if text.startswith("[") or text.count(":") == 1:  # with a port
        text = text.rpartition(":")[0].strip("[]") if not text.endswith("]") else text.strip("[]")
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address: Address, proxies: str) -> bool:
    return any(address in network for network in _networks(proxies))


@lru_cache(maxsize=8)
def _networks(proxies: str) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(part, strict=False) for part in proxies.split())
