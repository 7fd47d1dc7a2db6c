"""The pairs of all things of a kind, computed once for each state of the graph."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from imagegraph.operations.reconciliation.antibodies import antibody_pairs
from imagegraph.operations.reconciliation.candidates import candidates
from imagegraph.operations.reconciliation.decided import proposal_id
from imagegraph.operations.reconciliation.instruments import instrument_pairs
from imagegraph.operations.reconciliation.organisations import organisation_pairs
from imagegraph.operations.reconciliation.people import people_pairs
from imagegraph.operations.reconciliation.things import Candidate, Kind, Pair
from imagegraph.operations.services import Services
from imagegraph.ports.graph import GraphStore

_PAIRS: Mapping[Kind, Callable[[Any], list[Pair]]] = {
    "person": people_pairs,
    "organisation": organisation_pairs,
    "instrument": instrument_pairs,
    "antibody": antibody_pairs,
}


@dataclass(frozen=True)
class Compared:
    """All things of a kind, and the pairs of them that may be the same.

    Attributes:
        things: by their IRIs, with what is shown of them.
        pairs: by the ids of their proposals, best first.
    """

    things: Mapping[str, Candidate]
    pairs: Mapping[str, Pair]


class _Kept:
    """What was computed for one state of one graph."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.state: object = None
        self.compared: dict[Kind, Compared] = {}


#: a graph -> what was computed last; forgotten with the graph
_KEPT: WeakKeyDictionary[GraphStore, _Kept] = WeakKeyDictionary()
_LOCK = threading.Lock()


def compared(services: Services, kind: Kind) -> Compared:
    """What there is of a kind, as the graph is now.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    kept = _kept(services)
    with kept.lock:
        state = _state(services)
        if kept.state != state:
            kept.state, kept.compared = state, {}
        found = kept.compared.get(kind)
        if found is None:
            found = kept.compared[kind] = _compare(services, kind)
        return found


@contextmanager
def nothing_else_changed(services: Services) -> Iterator[None]:
    """Around one change to the journal that says nothing new about things: what was computed before still holds."""
    kept = _kept(services)
    with kept.lock:
        before, head = _state(services), services.journal.head
        yield
        if kept.state == before and services.journal.head == head + 1:
            kept.state = _state(services)


def _compare(services: Services, kind: Kind) -> Compared:
    things = candidates(services, kind)
    pairs = {proposal_id(pair.left.iri, pair.right.iri): pair for pair in _PAIRS[kind](things)}
    best_first = sorted(pairs.items(), key=lambda one: (-one[1].score, one[0]))
    return Compared({thing.iri: thing for thing in things}, dict(best_first))


def _kept(services: Services) -> _Kept:
    with _LOCK:
        return _KEPT.setdefault(services.graph, _Kept())


def _state(services: Services) -> object:
    """What differs when the graph differs: the snapshot that a question would be asked of."""
    return services.graph.snapshot()
