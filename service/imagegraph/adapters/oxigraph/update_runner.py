"""Finding out what updates change: checked here, carried out in a worker on a copy that is thrown away."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from pyoxigraph import NamedNode, Quad, Store

from imagegraph.adapters.oxigraph.changes import copy_store
from imagegraph.adapters.oxigraph.query_runner import encoded
from imagegraph.adapters.sandbox.pool import WorkerPool
from imagegraph.errors import DataFolderError, QueryTimeout, WorkersBusy
from imagegraph.model.rdf import from_ntriples, to_ntriples
from imagegraph.model.sparql_operations import check_datasets
from imagegraph.model.sparql_updates import operations_of
from imagegraph.ports.graph import GraphReader, Snapshot
from imagegraph.ports.workers import GraphChange, Update
from imagegraph.settings import Settings

#: a snapshot may be swept away between its making and its opening, when several are made at the same time
_MOST_SNAPSHOTS = 5


class SandboxedUpdateRunner:
    """Implements `ports.workers.UpdateRunner` on a pool of query workers.

    Args:
        pool: workers of kind `query`.
        graph: where snapshots come from.
        settings: the limits of text and bytes.
    """

    def __init__(self, *, pool: WorkerPool, graph: GraphReader, settings: Settings) -> None:
        self._pool = pool
        self._graph = graph
        self._settings = settings

    def run(self, update: Update) -> Sequence[GraphChange]:
        """The records' graphs that would say something else; see `ports.workers.UpdateRunner`."""
        text = encoded(update.text, limit=self._settings.query_text_bytes)
        default, named = update.default_graphs, update.named_graphs
        check_datasets(operations_of(update.text), protocol=bool(default or named))
        asked = {
            "base": self._settings.base, "default_graphs": default, "named_graphs": named,
            "bytes": self._settings.query_bytes,
        }  # fmt: skip
        for _ in range(_MOST_SNAPSHOTS):
            with _Copies(self._graph) as copies:

                def header(copies: _Copies = copies) -> dict[str, Any]:
                    """Made when a worker is at hand, so that it is the newest state that is changed."""
                    snapshot, copy = copies.make()
                    return {"snapshot": snapshot.as_dict(), "copy": str(copy), **asked}

                try:
                    answer, blobs = self._pool.call("update", header, [text])
                except QueryTimeout as error:
                    raise QueryTimeout(f"{error.detail} {_ADVICE}", **error.extra) from None
                except FileNotFoundError:  # the snapshot was swept away while it was copied
                    continue
            if not answer.get("gone"):
                return list(_changes(answer["changes"], blobs[0]))
        raise WorkersBusy(
            "The graph changes faster than it can be copied. Try again in a moment.", retry_after=1
        )

    def respelled(self, change: GraphChange, *, kept: bytes) -> bytes | None:
        """The new statements, those that stay as they are kept; see `ports.workers.UpdateRunner`."""
        lines = kept.splitlines(keepends=True)
        spelled = lines if hashlib.sha256(kept).hexdigest() == change.before else _by_engine(lines)
        before = b"".join(sorted(set(spelled)))
        if hashlib.sha256(before).hexdigest() != change.before:
            return None
        after = set(change.statements.splitlines(keepends=True))
        staying = {line for line, own in zip(lines, spelled, strict=True) if own in after}
        return b"".join(sorted(staying | after.difference(spelled)))


class _Copies:
    """Copies of snapshots that may be written to, deleted at the end."""

    def __init__(self, graph: GraphReader) -> None:
        self._graph = graph
        self._folders: list[Path] = []

    def __enter__(self) -> _Copies:
        return self

    def __exit__(self, *_: object) -> None:
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    def make(self) -> tuple[Snapshot, Path]:
        """A snapshot, and a copy of it.

        Raises:
            FileNotFoundError: the snapshot was swept away.
            DataFolderError: there is no room for the copy.
        """
        snapshot = self._graph.snapshot(whole=True)
        try:
            folder = Path(mkdtemp(prefix="update-", dir=snapshot.folder.parent))
            self._folders.append(folder)
            copy_store(snapshot.folder, folder)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise DataFolderError(f"The graph cannot be copied for an update ({error}).") from error
        return snapshot, folder


def _changes(told: Sequence[dict[str, Any]], contents: bytes) -> Iterator[GraphChange]:
    start = 0
    for one in told:
        end = start + one["length"]
        yield GraphChange(graph=one["graph"], before=one["before"], statements=contents[start:end])
        start = end


def _by_engine(lines: Sequence[bytes]) -> list[bytes]:
    """Each statement as the engine spells it: it rewrites the literals of some datatypes."""
    store = Store()
    numbered = enumerate(from_ntriples(b"".join(lines)))
    store.extend(Quad(t.subject, t.predicate, t.object, NamedNode(f"urn:n:{n}")) for n, t in numbered)
    spelled = list(lines)
    for quad in store:
        if isinstance(quad.graph_name, NamedNode):
            spelled[int(quad.graph_name.value[6:])] = to_ntriples([quad.triple])
    return spelled


_ADVICE = "Change fewer records at a time, or start from fewer nodes."
