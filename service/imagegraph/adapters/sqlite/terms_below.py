"""Which terms are one of some roots or below one, for the filter of a search."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from imagegraph.adapters.sqlite.terms_hierarchy import Hierarchy

#: roots with at most so many terms below are remembered with these
_MOST_REMEMBERED = 5_000
_ROOTS_REMEMBERED = 16

Filter = Callable[[Sequence[str]], Iterable[str]]


class Below:
    """Answers from what it remembers about small hierarchies, else by walking up."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[object, ...], frozenset[str] | None] = OrderedDict()
        self._lock = threading.Lock()

    def filter(self, hierarchy: Hierarchy, *, roots: Iterable[str], releases: Iterable[int]) -> Filter:
        """What keeps those IRIs that are one of these roots or below one.

        Args:
            releases: the numbers of those that the hierarchy is made of; what they say never changes.
        """
        wanted = frozenset(roots)
        key = (wanted, tuple(releases))
        with self._lock:
            known = key in self._known
            below = self._known.get(key)
        if not known:
            below = _all_below(hierarchy, wanted)
            with self._lock:
                self._known[key] = below
                while len(self._known) > _ROOTS_REMEMBERED:
                    self._known.popitem(last=False)
        if below is not None:
            members = below
            return lambda iris: [iri for iri in iris if iri in members]

        def walking_up(iris: Sequence[str]) -> Iterable[str]:
            above = hierarchy.closures(iris)
            return [iri for iri in iris if above[iri] & wanted]

        return walking_up


def _all_below(hierarchy: Hierarchy, roots: frozenset[str]) -> frozenset[str] | None:
    found = set(roots)
    for root in sorted(roots):
        below, complete = hierarchy.walk(root, up=False, part_of=True, most=_MOST_REMEMBERED)
        found.update(below)
        if not complete or len(found) > _MOST_REMEMBERED:
            return None
    return frozenset(found)
