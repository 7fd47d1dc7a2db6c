"""The graphs of access scopes: one store for what is public, and one for each set of projects that somebody is in."""

from __future__ import annotations

import itertools
import json
import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from imagegraph.bootstrap.past import Past
from imagegraph.errors import DataFolderDamaged, DataFolderError
from imagegraph.model.projects import PUBLIC, AccessScope
from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.operations.projects.answers import NothingWaits
from imagegraph.operations.projects.reading import ScopedJournal
from imagegraph.operations.projects.scoped_graph import Mark, ScopedGraph, Seen, Sources
from imagegraph.operations.projects.views import ScopedParts, Views
from imagegraph.operations.surroundings import GraphSurroundings
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.used import TermKeepingGraph
from imagegraph.operations.terms.uses import mentioned_terms
from imagegraph.settings import Settings

if TYPE_CHECKING:
    from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
    from imagegraph.adapters.sandbox.pool import WorkerPool

_LOG = logging.getLogger("imagegraph")
#: entries after which the store of what is public is put on disk, so that a start has little to catch up with
_CHECKPOINT = 500
_MARK, _PUBLIC_FOLDER = "mark.json", "public"


class _Store:
    """Implements `operations.projects.scoped_graph.OpenedStore` on a folder.

    Args:
        folder: holds the store, and its mark when it is one that is kept.
        mark: up to where it has followed.
        is_kept: it is found again at the next start; else the folder is removed at the end.
    """

    def __init__(
        self, store: OxigraphGraphStore, graph: LinkingGraph, *, folder: Path, mark: Mark, is_kept: bool
    ) -> None:  # fmt: skip
        self._store, self.graph = store, graph
        self.mark = mark
        self._folder, self._is_kept = folder, is_kept
        self._last = self._written = mark

    def keep(self, mark: Mark) -> None:
        """Remember a mark; not every one is put on disk."""
        self._last = mark
        if self._is_kept and mark.entry - self._written.entry >= _CHECKPOINT:
            self._write()

    def copy(self, target: Path) -> None:
        """Make a folder a store of its own with the same statements."""
        self._store.copy(target)

    def close(self) -> None:
        """Release the folder."""
        if self._is_kept:
            self._write()
        self._store.close()
        if not self._is_kept:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _write(self) -> None:
        """Put the store and its mark on disk; where that cannot be done, the next start has more to follow."""
        try:
            self.graph.flush()
            waiting = self._folder / f"{_MARK}.new"
            waiting.write_text(json.dumps(asdict(self._last)), "utf-8")
            waiting.replace(self._folder / _MARK)
        except (DataFolderError, OSError) as error:
            _LOG.warning("how far the graph of what is public has followed cannot be noted: %s", error)
        self._written = self._last


class _Opener:
    """Opens the stores below a folder."""

    def __init__(self, folder: Path, *, sources: Sources, terms: TermLookup, settings: Settings) -> None:
        self._folder, self._sources, self._terms, self._settings = folder, sources, terms, settings
        self._numbers = itertools.count(1)
        self.public = ScopedGraph(PUBLIC, sources=sources, opened=self.open_public)
        for left in folder.iterdir() if folder.is_dir() else ():
            if left.name != _PUBLIC_FOLDER:
                shutil.rmtree(left, ignore_errors=True)

    def open_public(self, seen: Seen) -> _Store:
        """The store of what is public; one that cannot be used is made anew."""
        folder = self._folder / _PUBLIC_FOLDER
        mark = _mark_of(folder)
        if mark is None or _is_ahead(mark, self._sources):
            shutil.rmtree(folder, ignore_errors=True)
            mark = None
        try:
            return self._opened(folder, seen, mark=mark, is_kept=True)
        except DataFolderDamaged:
            shutil.rmtree(folder, ignore_errors=True)
            return self._opened(folder, seen, mark=None, is_kept=True)

    def open_private(self, seen: Seen) -> _Store:
        """A store that begins with what is public; never in a folder that was used before.

        Workers that have a copy open in a folder of the same name would take it for this one.
        """
        folder = self._folder / str(next(self._numbers))
        folder.mkdir(parents=True)
        return self._opened(folder, seen, mark=self.public.copy(folder / "graph"), is_kept=False)

    def _opened(self, folder: Path, seen: Seen, *, mark: Mark | None, is_kept: bool) -> _Store:
        """A store, filled in one go with what is missing: what is public is written once and kept."""
        from imagegraph.adapters.oxigraph.store import OxigraphGraphStore

        store = OxigraphGraphStore(folder / "graph", snapshots=folder / "snapshots")
        try:
            found = mark or self._now()
            mentioned = set[str]()
            if mark is None or not is_kept:
                store.fill(_noting(seen(set(store.graphs()), found.at), mentioned))
                found = replace(found, resolved=0)  # what is known of identifiers in them is to be shown
            terms, base = self._terms, self._settings.base
            keeping = TermKeepingGraph(
                store, index=terms.index, registry=terms.registry, base=base, mentioned=mentioned
            )
            graph = LinkingGraph(keeping, known=self._sources.known, queue=NothingWaits(), base=base)
        except BaseException:
            store.close()
            raise
        return _Store(store, graph, folder=folder, mark=found, is_kept=is_kept)

    def _now(self) -> Mark:
        """The mark of a store that is filled with what is seen now."""
        sources = self._sources
        return Mark(entry=sources.journal.head, change=sources.projects.head, at=sources.now(), resolved=0)


@contextmanager
def open_views(
    sources: Sources, terms: TermLookup, settings: Settings, *, pool: WorkerPool, past: Past
) -> Iterator[Views]:
    """What reads on behalf of those who do not see everything; nothing is opened yet."""
    opener = _Opener(settings.data / "scopes", sources=sources, terms=terms, settings=settings)
    parts_of_public = _parts(opener.public, sources, settings=settings, pool=pool, past=past)

    def made(scope: AccessScope) -> ScopedParts:
        if scope == PUBLIC:
            return parts_of_public
        graph = ScopedGraph(scope, sources=sources, opened=opener.open_private)
        return _parts(graph, sources, settings=settings, pool=pool, past=past)

    views = Views(made, most=settings.scope_stores)
    try:
        yield views
    finally:
        views.close()
        opener.public.release()


def _parts(
    graph: ScopedGraph, sources: Sources, *, settings: Settings, pool: WorkerPool, past: Past
) -> ScopedParts:
    from imagegraph.adapters.exporters import all_exporters
    from imagegraph.adapters.oxigraph.query_runner import SandboxedQueryRunner

    journal = ScopedJournal(sources.journal, graph.scope)

    def earlier(moment: str) -> Path:
        released = len(sources.projects.released(after="", until=sources.now()))
        return past(journal, moment, (graph.scope, sources.projects.head, released))

    runner = SandboxedQueryRunner(pool=pool, graph=graph, past=earlier, settings=settings)
    exporters = all_exporters(settings.base, surroundings=GraphSurroundings(runner))
    return ScopedParts(graph=graph, query_runner=runner, exporters=exporters)


def _is_ahead(mark: Mark, sources: Sources) -> bool:
    """Whether a mark is of another journal."""
    return mark.entry > sources.journal.head or mark.change > sources.projects.head


def _noting(graphs: Iterable[tuple[str, bytes]], mentioned: set[str]) -> Iterator[tuple[str, bytes]]:
    """The same graphs; the terms in them are added to a set."""
    for name, content in graphs:
        mentioned |= mentioned_terms(content)
        yield name, content


def _mark_of(folder: Path) -> Mark | None:
    try:
        return Mark(**json.loads((folder / _MARK).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
