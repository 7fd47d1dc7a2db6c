"""Which terms are one of some roots or below one, for the filter of a search."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.adapters.sqlite.terms.hierarchy import Hierarchy
from imagegraph.adapters.sqlite.terms.releases import Part

#: roots with at most so many terms below are remembered with these
_MOST_REMEMBERED = 20_000
_ROOTS_REMEMBERED = 8


@dataclass(frozen=True)
class Small:
    """The numbers, in each release, of the terms that are below: few enough to be known."""

    numbers: Mapping[int, frozenset[int]]


class Large:
    """Roots with so much below that it is quicker to look upwards from each candidate.

    Args:
        roots: IRIs.
    """

    def __init__(self, hierarchy: Hierarchy, roots: Iterable[str]) -> None:
        self._hierarchy = hierarchy
        self._roots = frozenset(roots)

    def kept(self, iris: Sequence[str]) -> list[str]:
        """Those of these terms that are one of the roots or below one."""
        above = self._hierarchy.closures(iris)
        return [iri for iri in iris if above[iri] & self._roots]


class Below:
    """Knows small hierarchies from earlier searches, a bounded number of them."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[object, ...], Small | None] = OrderedDict()
        self._lock = threading.Lock()

    def of(
        self, connection: sqlite3.Connection, parts: Sequence[Part], roots: Iterable[str]
    ) -> Small | Large:
        """What is below some roots.

        Args:
            parts: all releases that answer; what each one says never changes.
        """
        wanted = frozenset(roots)
        hierarchy = Hierarchy(connection, parts)
        key = (wanted, *(part.number for part in parts))
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key] or Large(hierarchy, wanted)
        found = _small(connection, hierarchy, parts, wanted)
        with self._lock:
            self._known[key] = found
            while len(self._known) > _ROOTS_REMEMBERED:
                self._known.popitem(last=False)
        return found or Large(hierarchy, wanted)


def _small(
    connection: sqlite3.Connection, hierarchy: Hierarchy, parts: Sequence[Part], roots: frozenset[str]
) -> Small | None:
    iris = set(roots)
    for root in sorted(roots):
        below, complete = hierarchy.walk(root, up=False, part_of=True, most=_MOST_REMEMBERED)
        iris.update(below)
        if not complete or len(iris) > _MOST_REMEMBERED:
            return None
    numbers = {}
    for part in parts:
        rows = connection.execute(
            f"SELECT t.id FROM json_each(?) j CROSS JOIN term_{part.number} t ON t.iri = j.value",
            (json.dumps([iri for iri in iris if part.may_hold(iri)]),),
        )
        numbers[part.number] = frozenset(number for (number,) in rows)
    return Small(numbers)
