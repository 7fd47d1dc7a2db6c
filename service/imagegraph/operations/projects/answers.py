"""What authorities said about identifiers, as one access scope sees it: only about those that it mentions.

That an answer is kept tells that some record mentions the identifier, so who sees none of these records gets none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from imagegraph.model.identifiers import Identifier
from imagegraph.model.resolutions import Resolution
from imagegraph.operations.projects.scoped_graph import ScopedGraph
from imagegraph.ports.resolving import IdentifierResolver, KnownResolutions, QueuedIdentifier


class ScopedAnswers:
    """Implements `ports.resolving.KnownResolutions` and `IdentifierResolver`.

    Args:
        known: all kept answers.
        resolver: asks.
        graph: what is seen.
    """

    def __init__(self, known: KnownResolutions, resolver: IdentifierResolver, graph: ScopedGraph) -> None:
        self._known, self._resolver, self._graph = known, resolver, graph

    def known(self, identifier: Identifier) -> Resolution | None:
        """The newest answer about an identifier that something mentions that is seen."""
        return self._known.known(identifier) if self._is_needed(identifier) else None

    def since(self, sequence: int) -> Iterator[Resolution]:
        """Nothing: what follows answers follows all of them."""
        return iter(())

    @property
    def head(self) -> int:
        """Position of the newest kept answer."""
        return self._known.head

    def expired(self, *, limit: int) -> Sequence[tuple[str, str]]:
        """Nothing: it is not for those who only see a part to ask again."""
        return ()

    def forget(self, identifier: Identifier) -> bool:
        """Delete what is kept about an identifier that something mentions that is seen."""
        return self._is_needed(identifier) and self._known.forget(identifier)

    def is_forgotten(self, identifier: Identifier) -> bool:
        """Whether it was forgotten."""
        return self._is_needed(identifier) and self._known.is_forgotten(identifier)

    def resolve(self, identifier: Identifier, *, refresh: bool = False) -> Resolution:
        """What is said about an identifier; one that nothing mentions that is seen is asked about anew."""
        if self._is_needed(identifier):
            return self._resolver.resolve(identifier, refresh=refresh)
        found = self._resolver.resolve(identifier, refresh=True)
        if not found.stale:
            return found
        return Resolution(
            iri=found.iri, scheme=found.scheme, state="unavailable", asked=found.asked,
            detail="Nobody answered who may be asked about it.",
        )  # fmt: skip

    def can_ask(self, scheme: str) -> bool:
        """Whether somebody may be asked about identifiers of a scheme."""
        return self._resolver.can_ask(scheme)

    def close(self) -> None:
        """Nothing: it belongs to all."""

    def _is_needed(self, identifier: Identifier) -> bool:
        with self._graph.caught_up() as graph:
            return graph.is_needed(identifier.iri)


class NothingWaits:
    """Implements `ports.resolving.ResolutionQueue`: nothing is put in, and nobody is told what waits."""

    def put(self, iris: Collection[tuple[str, str]], *, due: datetime | None = None) -> int:
        """Nothing new."""
        return 0

    def take(self, *, schemes: Collection[str], limit: int) -> Sequence[QueuedIdentifier]:
        """Nothing."""
        return ()

    def done(self, iri: str) -> None:
        """Nothing to end."""

    def put_off(self, iri: str, *, until: datetime, detail: str, tried: bool = True) -> None:
        """Nothing to put off."""

    def waiting(self, *, after: str = "", limit: int = 100) -> Sequence[QueuedIdentifier]:
        """Nothing."""
        return ()

    def counts(self) -> dict[str, int]:
        """Nothing waits."""
        return {}
