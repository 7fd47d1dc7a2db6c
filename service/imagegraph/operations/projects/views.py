"""What reads on behalf of access scopes, kept as long as it is asked."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from imagegraph.model.projects import AccessScope
from imagegraph.operations.projects.scoped_graph import ScopedGraph
from imagegraph.ports.exporting import Exporter
from imagegraph.ports.workers import QueryRunner


@dataclass(frozen=True, kw_only=True)
class ScopedParts:
    """What reads on behalf of one access scope.

    Attributes:
        graph: what is seen.
        query_runner: answers queries on it.
        exporters: tell of surroundings only what is seen.
    """

    graph: ScopedGraph
    query_runner: QueryRunner
    exporters: Mapping[str, Exporter]


class Views:
    """The parts of the access scopes that were asked for last; their stores are released when others come.

    Args:
        made: makes the parts of a scope; cheap, the store is opened later.
        most: so many are kept.
    """

    def __init__(self, made: Callable[[AccessScope], ScopedParts], *, most: int) -> None:
        self._made, self._most = made, most
        self._kept: OrderedDict[AccessScope, ScopedParts] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, scope: AccessScope) -> ScopedParts:
        """The parts of a scope, the same as long as they are kept."""
        released = []
        with self._lock:
            parts = self._kept.get(scope)
            if parts is None:
                parts = self._kept[scope] = self._made(scope)
            self._kept.move_to_end(scope)
            while len(self._kept) > self._most:
                released.append(self._kept.popitem(last=False)[1])
        for old in released:
            old.graph.release()
        return parts

    def close(self) -> None:
        """Release all stores."""
        with self._lock:
            for parts in self._kept.values():
                parts.graph.release()
            self._kept.clear()
