"""What linking needs, put together once by `bootstrap`."""

from __future__ import annotations

from dataclasses import dataclass

from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.operations.linking.linker import Linker
from imagegraph.ports.resolving import (
    IdentifierResolver,
    KnownResolutions,
    OrganisationMatcher,
    ResolutionQueue,
)


@dataclass(frozen=True, kw_only=True)
class Linking:
    """The ports with their adapters, and what works the queue off.

    Attributes:
        known: what authorities answered before; nobody is asked.
        resolver: asks, where the settings allow it.
        matcher: suggests organisations for a text, when a person wants it.
        queue: identifiers that wait to be asked about.
        graph: says what is known about identifiers that records mention.
        linker: asks about what is queued.
    """

    known: KnownResolutions
    resolver: IdentifierResolver
    matcher: OrganisationMatcher
    queue: ResolutionQueue
    graph: LinkingGraph
    linker: Linker
