"""The graph as one access scope sees it: a store of its own, made when it is first asked and never behind after that.

Nothing of a record that is not seen lies in it, so no question, however it is put, can find it. It follows from the
journal and the placements alone, like the graph of all records.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from imagegraph.errors import DataFolderError
from imagegraph.model.projects import AccessScope
from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.ports.graph import Snapshot
from imagegraph.ports.journal import Journal
from imagegraph.ports.projects import ProjectStore
from imagegraph.ports.resolving import KnownResolutions


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Up to where a store has followed.

    Attributes:
        entry: position in the journal.
        change: number of the newest placement.
        at: the moment up to which embargoes that ended were seen.
        resolved: position of the newest answer of an authority.
    """

    entry: int = 0
    change: int = 0
    at: str = ""
    resolved: int = 0


#: gives the names and statements of the graphs that are seen at a moment, save those that are there already
Seen = Callable[[Set[str], str], Iterable[tuple[str, bytes]]]


class OpenedStore(Protocol):
    """A store of an access scope, as it was found or begun."""

    @property
    def graph(self) -> LinkingGraph:
        """Where records are written to; terms and identifiers follow."""
        ...

    @property
    def mark(self) -> Mark:
        """Up to where it had followed."""
        ...

    def keep(self, mark: Mark) -> None:
        """Remember a mark, when the store is one that is kept."""
        ...

    def copy(self, target: Path) -> None:
        """Make a folder a store of its own with the same statements."""
        ...

    def close(self) -> None:
        """Release the folder."""
        ...


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What the stores of all access scopes follow."""

    journal: Journal
    projects: ProjectStore
    known: KnownResolutions
    now: Callable[[], str]


class ScopedGraph:
    """Implements `ports.graph.GraphReader`.

    Args:
        scope: what is seen.
        sources: what is followed.
        opened: opens the store, filled with what is seen; called again after `release`.
    """

    def __init__(
        self, scope: AccessScope, *, sources: Sources, opened: Callable[[Seen], OpenedStore]
    ) -> None:
        self.scope = scope
        self._sources = sources
        self._open = opened
        self._store: OpenedStore | None = None
        self._mark = Mark()
        self._lock = threading.RLock()

    @contextmanager
    def caught_up(self) -> Iterator[LinkingGraph]:
        """The store, with every change that was made before the call; nobody else uses it inside."""
        with self._lock:
            try:
                store = self._store or self._opened()
                mark = self._due()
                if mark != self._mark:
                    self._follow(store.graph, mark)
                    self._mark = mark
                    store.keep(mark)
            except DataFolderError:
                self.release()  # whoever asks next finds it opened anew
                raise
            yield store.graph

    def copy(self, target: Path) -> Mark:
        """Make a folder a store of its own with the same statements; up to where they have followed."""
        with self.caught_up():
            if self._store is not None:
                self._store.copy(target)
            return self._mark

    def release(self) -> None:
        """Close the store until it is asked again."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _opened(self) -> OpenedStore:
        self._store = store = self._open(self._seen)
        self._mark = store.mark
        return store

    def _seen(self, there: Set[str], at: str) -> Iterator[tuple[str, bytes]]:
        """The names and statements of the graphs that are seen at a moment, save those that are there already."""
        for id in self._sources.projects.seen(self.scope, now=at):
            version = self._sources.journal.version(id)
            if version.ntriples and version.iri not in there:
                yield version.iri, version.ntriples

    def _due(self) -> Mark:
        """Up to where the store has to follow now; the mark that it has when nothing has changed."""
        sources, before = self._sources, self._mark
        now = max(sources.now(), before.at)
        due = Mark(
            entry=sources.journal.head,
            change=sources.projects.head,
            at=before.at,
            resolved=sources.known.head,
        )
        if due == before and not sources.projects.released(after=before.at, until=now):
            return before
        return replace(due, at=now)

    def _follow(self, graph: LinkingGraph, mark: Mark) -> None:
        """Let the store say what the scope sees now of every record that has changed since."""
        sources, before = self._sources, self._mark
        touched = set(sources.journal.changed_since(before.entry))
        touched.update(sources.projects.placed_since(before.change))
        touched.update(sources.projects.released(after=before.at, until=mark.at))
        for id in sorted(touched):
            self._show(graph, id, now=mark.at)
        graph.settle(sources.known.since(before.resolved))

    def _show(self, graph: LinkingGraph, id: str, *, now: str) -> None:
        """Make the store say of a record what the scope sees of it."""
        version = self._sources.journal.version(id)
        placement = self._sources.projects.placement(id)
        is_seen = placement is not None and self.scope.sees(placement, now=now)
        graph.replace(version.iri, version.ntriples if is_seen else b"", new=False)

    # ------------------------------------------------------------------ reading

    def statements(self, graph: str) -> bytes:
        """The statements of a graph that is seen."""
        with self.caught_up() as found:
            return found.statements(graph)

    def matches(self, graph: str, ntriples: bytes) -> bool:
        """Whether a graph holds these statements and no others."""
        with self.caught_up() as found:
            return found.matches(graph, ntriples)

    def graphs(self) -> Iterable[str]:
        """The names of the graphs that are seen."""
        with self.caught_up() as found:
            return list(found.graphs())

    def mentions(
        self, iri: str, *, below: str = "", limit: int = 1000, described: bool = False
    ) -> Sequence[str]:
        """The names of the graphs that are seen and mention an IRI."""
        with self.caught_up() as found:
            return found.mentions(iri, below=below, limit=limit, described=described)

    def snapshot(self, *, whole: bool = False) -> Snapshot:
        """An immutable state with every change that was made before the call."""
        with self.caught_up() as found:
            return found.snapshot(whole=whole)
