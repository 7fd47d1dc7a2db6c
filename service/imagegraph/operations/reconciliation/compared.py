"""The pairs of all things of a kind, computed once for each state of the graph."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from imagegraph.operations.reconciliation.antibodies import antibody_pairs
from imagegraph.operations.reconciliation.candidates import candidates
from imagegraph.operations.reconciliation.clusters import Clusters
from imagegraph.operations.reconciliation.decided import Decision, proposal_id
from imagegraph.operations.reconciliation.instruments import instrument_pairs
from imagegraph.operations.reconciliation.organisations import organisation_pairs
from imagegraph.operations.reconciliation.people import people_pairs
from imagegraph.operations.reconciliation.things import Candidate, Kind, Pair
from imagegraph.operations.services import Services
from imagegraph.ports.graph import GraphReader

_PAIRS: Mapping[Kind, Callable[[Any], list[Pair]]] = {
    "person": people_pairs,
    "organisation": organisation_pairs,
    "instrument": instrument_pairs,
    "antibody": antibody_pairs,
}
#: what took longer to compute than so many seconds is kept for so many times as long, though the graph has changed
_LONG, _TIMES = 2.0, 10.0


class Compared:
    """All things of a kind, and the pairs of them that may be the same.

    Attributes:
        things: by their IRIs.
        pairs: by the ids of their proposals, best first.
    """

    def __init__(self, things: Mapping[str, Candidate], pairs: Mapping[str, Pair]) -> None:
        self.things = things
        self.pairs = pairs
        self._undecided: tuple[frozenset[tuple[str, str]], list[str]] | None = None

    def undecided(self, decisions: Mapping[str, Decision]) -> list[str]:
        """Ids of the pairs that join what no better pair and no decision joins, best first.

        A pair that cannot be, because of a decision or because two identifiers would become one, is left out.

        Args:
            decisions: those in force about things of this kind, by the ids of their proposals.
        """
        state = frozenset((id, decision.verdict) for id, decision in decisions.items())
        if self._undecided is None or self._undecided[0] != state:
            self._undecided = state, list(self._worth_deciding(decisions.values()))
        return self._undecided[1]

    def _worth_deciding(self, decisions: Iterable[Decision]) -> Iterator[str]:
        named = [iri for iri, thing in self.things.items() if thing.has_identifier]
        accepted, proposed = Clusters(named), Clusters(named)
        for decision in decisions:
            if decision.verdict == "accepted":
                accepted.join(decision.left, decision.right)
                proposed.join(decision.left, decision.right)
        for decision in decisions:
            if decision.verdict == "rejected":
                accepted.part(decision.left, decision.right)
        for id, pair in self.pairs.items():
            ends = pair.left.iri, pair.right.iri
            if proposed.are_one(*ends) or not accepted.may_be_one(*ends):
                continue
            yield id
            if proposed.may_be_one(*ends):
                proposed.join(*ends)


@dataclass
class _Found:
    """What was computed for one kind, of which state of the graph, when, and how long it took."""

    compared: Compared
    state: object
    at: float
    seconds: float

    def is_good(self, state: object) -> bool:
        long = self.seconds > _LONG and time.monotonic() - self.at < self.seconds * _TIMES
        return self.state == state or long


class _Kept:
    """What was computed for one graph."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.found: dict[Kind, _Found] = {}


#: a graph -> what was computed last; forgotten with the graph
_KEPT: WeakKeyDictionary[GraphReader, _Kept] = WeakKeyDictionary()
_LOCK = threading.Lock()


def compared(services: Services, kind: Kind) -> Compared:
    """What there is of a kind, as the graph is now; where that takes long, as it was a little while ago.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    kept = _kept(services)
    with kept.lock:
        state = services.graph.snapshot()
        found = kept.found.get(kind)
        if found is None or not found.is_good(state):
            started = time.monotonic()
            fresh = _compare(services, kind)
            now = time.monotonic()
            found = kept.found[kind] = _Found(fresh, state, now, now - started)
        return found.compared


@contextmanager
def nothing_else_changed(services: Services) -> Iterator[None]:
    """Around one change to the journal that says nothing new about things: what was computed before still holds."""
    kept = _kept(services)
    with kept.lock:
        before, head = services.graph.snapshot(), services.journal.head
        yield
        if services.journal.head == head + 1:
            for found in kept.found.values():
                if found.state == before:
                    found.state = services.graph.snapshot()


def _compare(services: Services, kind: Kind) -> Compared:
    things = candidates(services, kind)
    pairs = {proposal_id(pair.left.iri, pair.right.iri): pair for pair in _PAIRS[kind](things)}
    best_first = sorted(pairs.items(), key=lambda one: (-one[1].score, one[0]))
    return Compared({thing.iri: thing for thing in things}, dict(best_first))


def _kept(services: Services) -> _Kept:
    with _LOCK:
        return _KEPT.setdefault(services.graph, _Kept())
