"""Bad tokens are counted by the address that shows them; one that shows too many is refused more of them.

Only bad tokens are counted, and only they are refused: a good one is good wherever it comes from, so that nobody can
shut out those who share an address with them.
"""

from __future__ import annotations

import hashlib
import logging
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from starlette.types import Scope

from imagegraph.api.client_addresses import address_key
from imagegraph.errors import TooManyRequests

_LOG = logging.getLogger("imagegraph")

#: addresses, and bad tokens, that are remembered; the one that was counted or seen longest ago is forgotten
MOST_REMEMBERED = 20_000
_MINUTE = 60.0
_DIGEST_BYTES = 16


class BadTokens:
    """Counts bad tokens by address. To be used from one thread.

    Args:
        most: bad tokens that one address may show in a minute, which begins with the first of them; 0 for any number.
        remembered: addresses, and bad tokens, that are kept in memory.
        clock: seconds that only grow.
    """

    def __init__(
        self, most: int, *, remembered: int = MOST_REMEMBERED, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._remembered = remembered
        self._clock = clock
        #: address -> when its minute began, and how many it has shown since
        self._counted: OrderedDict[str, tuple[float, int]] = OrderedDict()
        #: digests of bad tokens; what is bad once never becomes good
        self._bad: OrderedDict[bytes, None] = OrderedDict()

    def __len__(self) -> int:
        return max(len(self._counted), len(self._bad))

    def check(self, address: str, secret: str) -> None:
        """Refuse a token that was bad before, from an address that has shown too many, without looking it up.

        Args:
            address: as `client_addresses.address_key` has it.

        Raises:
            TooManyRequests: come back when the minute is over.
        """
        wait, digest = self._wait(address), _digest(secret)
        if wait and digest in self._bad:
            self._bad.move_to_end(digest)
            raise _refusal(wait)

    def count(self, address: str, secret: str) -> None:
        """Count a token that was looked up and is bad.

        Raises:
            TooManyRequests: the address has shown as many as it may already.
        """
        if self._most == 0:
            return
        _keep(self._bad, _digest(secret), None, most=self._remembered)
        if wait := self._wait(address):
            raise _refusal(wait)
        began, shown = self._counted.get(address, (self._clock(), 0))
        _keep(self._counted, address, (began, shown + 1), most=self._remembered)
        if shown + 1 == self._most:
            _LOG.warning(
                "%s has shown %d bad tokens; more of them are refused for %d s, and are not told one by one",
                address or "somebody", self._most, math.ceil(self._wait(address)),
            )  # fmt: skip

    def _wait(self, address: str) -> float:
        """Seconds until an address may show bad tokens again; 0 when it may."""
        began, shown = self._counted.get(address, (0.0, 0))
        left = began + _MINUTE - self._clock()
        if shown and left <= 0:
            del self._counted[address]
        return left if shown >= self._most > 0 and left > 0 else 0.0


def bad_token_address(scope: Scope) -> str:
    """The address that the bad tokens of a request count for."""
    return address_key(scope, trusted_proxies=scope["app"].state.services.settings.trusted_proxies)


def _refusal(wait: float) -> TooManyRequests:
    seconds = math.ceil(wait)
    return TooManyRequests(
        f"Too many bad tokens came from your address; this is one of them. Go on in {seconds} s with a good one. "
        "Who runs the service can raise IMAGEGRAPH_BAD_TOKENS_PER_MINUTE.",
        retry_after=seconds,
    )


def _keep(kept: OrderedDict[Any, Any], key: Any, value: Any, *, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)


def _digest(secret: str) -> bytes:
    return hashlib.blake2b(secret.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).digest()
