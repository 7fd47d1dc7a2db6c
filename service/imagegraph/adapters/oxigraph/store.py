"""The projection in an embedded Oxigraph store: one named graph per record, and their merge.

The default graph holds every statement of every named graph once, as a SPARQL dataset should
(https://www.w3.org/TR/sparql11-query/#rdfDataset). The engine's own union of named graphs repeats a statement
for each graph that makes it, so that counts and joins over shared people or terms would be wrong.

Facts behind the design (pyoxigraph 0.5): one process may open a folder; concurrent writers corrupt each
other, so writes are serialised here; an acknowledged update is on disk only after `flush`; `backup()` is a
cheap consistent copy made of hard links, and needs an absent target.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import logging
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from imagegraph.adapters.oxigraph.changes import ChangeFile, Kind, sweep
from imagegraph.adapters.oxigraph.engine import Engine
from imagegraph.adapters.oxigraph.soundness import unsound
from imagegraph.errors import DataFolderError
from imagegraph.model.rdf import to_ntriples
from imagegraph.ports.graph import Snapshot

_SNAPSHOTS_KEPT = 3
#: bytes that are loaded at once: fewer make many small files, more take memory
_PORTION = 8_000_000
_MERGED = DefaultGraph()
_LOG = logging.getLogger("imagegraph")
P = ParamSpec("P")
T = TypeVar("T")


def _told(
    method: Callable[Concatenate[OxigraphGraphStore, P], T],
) -> Callable[Concatenate[OxigraphGraphStore, P], T]:
    """What goes wrong inside the engine, as an error of ours; corruption is a RuntimeError there."""

    @functools.wraps(method)
    def telling(self: OxigraphGraphStore, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except (OSError, RuntimeError) as error:
            raise self._failed(error) from error

    return telling


def _tried_again(
    method: Callable[Concatenate[OxigraphGraphStore, P], T],
) -> Callable[Concatenate[OxigraphGraphStore, P], T]:
    """A write that fails because of an earlier failure is tried once more on a store that was opened anew."""

    @functools.wraps(method)
    def trying(self: OxigraphGraphStore, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._lock:
            try:
                return method(self, *args, **kwargs)
            except DataFolderError:
                if not self._engine.mend():
                    raise
                return method(self, *args, **kwargs)

    return trying


class OxigraphGraphStore:
    """Implements `ports.graph.GraphStore` on a folder.

    Args:
        folder: where the store lies; made when absent.
        snapshots: folder for immutable copies; emptied at start.

    Raises:
        DataFolderLocked: another process has the store open.
        DataFolderError: the store cannot be opened.
    """

    def __init__(self, folder: Path, *, snapshots: Path) -> None:
        self._engine = Engine(folder)
        self._lock = threading.RLock()
        self._snapshots = snapshots
        shutil.rmtree(snapshots, ignore_errors=True)
        snapshots.mkdir(parents=True)
        self._numbers = itertools.count(1)
        self._copy: Path | None = None
        #: the changes since that copy; None when some are not in it
        self._changes: ChangeFile | None = None
        self._last: Snapshot | None = None
        #: what is shown while several graphs are written together
        self._before: Snapshot | None = None

    @property
    def _store(self) -> Store:
        return self._engine.store

    @_tried_again
    @_told
    def replace(self, graph: str, ntriples: bytes, *, new: bool) -> None:
        """Make these the statements of a graph, in one step; the default graph stays the merge of all."""
        name = NamedNode(graph)
        with self._lock:
            if new:
                self._do("load", in_both(ntriples, graph))
                return
            steps = [f"DROP SILENT GRAPH {name}"]
            if lost := self._lost(name, ntriples):
                steps.append(f"DELETE DATA {{\n{lost.decode()}}}")
            if ntriples:
                body = ntriples.decode()
                steps.append(f"INSERT DATA {{ GRAPH {name} {{\n{body}}}\n{body}}}")
            self._do("update", ";\n".join(steps).encode())

    @_tried_again
    @_told
    def add(self, graph: str, ntriples: bytes) -> None:
        """Add statements to a graph and to the merge."""
        with self._lock:
            self._do("load", in_both(ntriples, graph))

    @_tried_again
    @_told
    def fill(self, graphs: Iterable[tuple[str, bytes]]) -> None:
        """Add many graphs with their N-Triples at once; none of them may be there."""
        with self._lock:
            self._begin_anew()
            self._engine.mend()
            bulk_load(self._store, graphs)

    @_told
    def statements(self, graph: str) -> bytes:
        """The statements of a graph as sorted N-Triples; empty when there is none of that name."""
        return _statements(self._store, NamedNode(graph))

    @_told
    def matches(self, graph: str, ntriples: bytes) -> bool:
        """Whether a graph holds these statements and no others (up to the engine's spelling of literals)."""
        expected = Store()
        name = NamedNode(graph)
        if ntriples:
            expected.load(ntriples, format=RdfFormat.N_TRIPLES, to_graph=name)
        return _statements(expected, name) == _statements(self._store, name)

    @_told
    def graphs(self) -> Iterable[str]:
        """The names of all graphs."""
        return [name.value for name in self._store.named_graphs() if isinstance(name, NamedNode)]

    @_told
    def mentions(
        self, iri: str, *, below: str = "", limit: int = 1000, described: bool = False
    ) -> Sequence[str]:
        """The names of the graphs that have this IRI as the object of a statement, by the index of objects."""
        found: dict[str, None] = {}
        node = NamedNode(iri)
        quads: Iterator[Quad] = self._store.quads_for_pattern(None, None, node, None)
        if described:
            quads = itertools.chain(quads, self._store.quads_for_pattern(node, None, None, None))
        for quad in quads:
            name = quad.graph_name
            if isinstance(name, NamedNode) and name.value.startswith(below):
                found[name.value] = None
                if len(found) >= limit:
                    break
        return list(found)

    @_told
    def digest(self) -> str:
        """SHA-256 of the whole projection as sorted N-Quads (no blank nodes: its canonical form)."""
        return _digest(self._store)

    def snapshot(self, *, whole: bool = False) -> Snapshot:
        """An immutable state that holds every statement written before the call: a copy, and changes to it.

        When none can be made, because the disk is full, the last one must do until there is room again.
        """
        with self._lock:
            if self._before is not None:
                return self._before
            copy, changes = self._copy, self._changes
            is_good = copy is not None and changes is not None and not changes.is_long
            if copy is None or changes is None or not is_good or (whole and changes.length):
                try:
                    self._last = self._copied()
                except DataFolderError as error:
                    if self._last is None or not self._last.folder.is_dir():
                        raise
                    _LOG.warning("questions are answered from an older copy of the graph: %s", error.detail)
            else:
                self._last = Snapshot(copy, changes.path, changes.length)
            return self._last

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let snapshots show what is written inside only at its end, all at once."""
        with self._lock:
            self._before = self.snapshot()
        try:
            yield
        finally:
            self._before = None

    def unsound(self) -> Iterator[str]:
        """What does not fit together in the store, in words."""
        try:
            yield from unsound(self._store)
        except (OSError, RuntimeError) as error:
            yield f"it cannot be read ({error})"

    @_told
    def flush(self) -> None:
        """Return when everything written is on disk."""
        with self._lock:
            self._store.flush()

    def close(self) -> None:
        """Release the folder."""
        with self._lock:
            self._engine.close()
        shutil.rmtree(self._snapshots, ignore_errors=True)

    def _do(self, kind: Kind, content: bytes) -> None:
        """Change the store, and note the change for those who have a copy; without that they need another copy."""
        changes, self._changes = self._changes, None
        self._engine.mend()
        if kind == "load":
            self._store.load(content, format=RdfFormat.N_QUADS)
        else:
            self._store.update(content.decode())
        if changes is not None:
            try:
                changes.add(kind, content)
                self._changes = changes
            except OSError as error:
                _LOG.warning("the next question needs another copy of the graph: %s", error)

    def _begin_anew(self) -> None:
        """From here on the next state is another copy."""
        self._copy = self._changes = None

    @_tried_again
    def _copied(self) -> Snapshot:
        self._begin_anew()
        self._engine.mend()
        target = self._snapshots / str(next(self._numbers))
        try:
            self._store.backup(str(target))
            self._changes = ChangeFile(target)
        except (OSError, RuntimeError) as error:
            shutil.rmtree(target, ignore_errors=True)
            raise self._failed(error) from error
        self._copy = target
        self._forget_old_snapshots()
        return Snapshot(target, self._changes.path, 0)

    @_tried_again
    @_told
    def copy(self, target: Path) -> None:
        """Make a folder a store of its own with the same statements; their files are shared until one changes."""
        self._engine.mend()
        self._store.backup(str(target))

    def _failed(self, error: Exception) -> DataFolderError:
        self._engine.has_failed()
        if "space" in str(error).lower() or "too large" in str(error).lower():
            return DataFolderError(f"The graph cannot be written ({error}). Make room on the disk.")
        return DataFolderError(f"The graph cannot be used ({error}). `imagegraph rebuild` makes it anew.")

    def _lost(self, name: NamedNode, ntriples: bytes) -> bytes:
        """The statements that no graph will hold once this one has its new statements."""
        coming = set(ntriples.splitlines(keepends=True))
        lost = []
        for quad in self._store.quads_for_pattern(None, None, None, name):
            line = to_ntriples([quad.triple])
            if line in coming:
                continue
            holders = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
            if not any(other.graph_name not in (name, _MERGED) for other in holders):
                lost.append(line)
        return b"".join(lost)

    def _forget_old_snapshots(self) -> None:
        copies = (folder.name for folder in self._snapshots.iterdir())
        newest = sorted((int(name) for name in copies if name.isdecimal()), reverse=True)
        sweep(self._snapshots, kept={str(number) for number in newest[:_SNAPSHOTS_KEPT]})


def bulk_load(store: Store, graphs: Iterable[tuple[str, bytes]]) -> None:
    """Load graphs and their merge; not in one step, so nobody else may read meanwhile."""
    waiting, size = list[bytes](), 0
    for name, ntriples in graphs:
        waiting.append(in_both(ntriples, name))
        size += len(waiting[-1])
        if size >= _PORTION:
            store.bulk_load(b"".join(waiting), format=RdfFormat.N_QUADS)
            waiting, size = [], 0
    if waiting:
        store.bulk_load(b"".join(waiting), format=RdfFormat.N_QUADS)


def in_both(ntriples: bytes, graph: str) -> bytes:
    """The statements as N-Quads of a graph, and again of the default graph."""
    end = f" <{graph}> .\n".encode()
    return ntriples + b"".join(line[:-2] + end for line in ntriples.splitlines())


def _statements(store: Store, name: NamedNode) -> bytes:
    return to_ntriples(quad.triple for quad in store.quads_for_pattern(None, None, None, name))


def digest_of_folder(folder: Path) -> str:
    """The digest of a store that nobody has open; nothing in the folder is changed.

    A damaged store that was opened for writing may stay locked until the process ends, so this one is only read.

    Raises:
        DataFolderError: it cannot be read.
    """
    try:
        return _digest(Store.read_only(str(folder)))
    except (OSError, RuntimeError) as error:
        raise DataFolderError(f"The graph in {folder} cannot be read ({error}).", path=str(folder)) from error


def _digest(store: Store) -> str:
    total = hashlib.sha256()
    for name in sorted(name.value for name in store.named_graphs() if isinstance(name, NamedNode)):
        total.update(name.encode() + b"\n" + _statements(store, NamedNode(name)))
    return total.hexdigest()
