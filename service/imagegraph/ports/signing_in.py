"""Who vouches for persons: a provider that people sign in with, elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Arrival:
    """Somebody who comes back from a provider.

    Attributes:
        identity: who they are, as `model.persons` spells it.
        next: the page that they wanted.
    """

    identity: str
    next: str


class IdentityProvider(Protocol):
    """Tells who somebody is. Safe to use from several threads."""

    @property
    def title(self) -> str:
        """What the button says that leads there."""
        ...

    def begin(self, next: str) -> tuple[str, str]:
        """Where to send a browser, and what it has to keep until it comes back.

        Args:
            next: the page that is wanted.

        Raises:
            SourceUnavailable: the provider does not answer, or not usably.
        """
        ...

    def finish(self, flow: str, parameters: Mapping[str, str]) -> Arrival:
        """Who it is that comes back.

        Args:
            flow: what the browser kept; anything may come.
            parameters: of the address that it was sent back to.

        Raises:
            BadParameter: the browser did not begin this, or too long ago.
            Forbidden: the provider did not let them in, or what it says cannot be believed.
            SourceUnavailable: the provider does not answer, or not usably.
        """
        ...
