"""The projection that is queried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True)
class Snapshot:
    """A state of the graph that stays as it is: a copy, and what was changed since it was made.

    Attributes:
        folder: the copy.
        changes: file of the changes, each as the engine was told it; more may follow those that count.
        length: bytes of it that belong to this state; 0 when the copy is all of it.
    """

    folder: Path
    changes: Path | None = None
    length: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The same for a worker that is to read it."""
        changes = None if self.changes is None else str(self.changes)
        return {"folder": str(self.folder), "changes": changes, "length": self.length}


class GraphReader(Protocol):
    """Named graphs, and their merge, to be read."""

    def statements(self, graph: str) -> bytes:
        """The statements of a graph as sorted N-Triples; empty when there is none of that name."""
        ...

    def matches(self, graph: str, ntriples: bytes) -> bool:
        """Whether a graph holds these statements and no others (up to the engine's spelling of literals)."""
        ...

    def graphs(self) -> Iterable[str]:
        """The names of all graphs."""
        ...

    def mentions(
        self, iri: str, *, below: str = "", limit: int = 1000, described: bool = False
    ) -> Sequence[str]:
        """The names of the graphs that have this IRI as the object of a statement, in no order, each once.

        Args:
            below: only graphs whose name begins with this (`<base>records/`).
            limit: at most so many.
            described: those that have it as a subject too.
        """
        ...

    def snapshot(self, *, whole: bool = False) -> Snapshot:
        """An immutable state that holds every statement written before the call.

        Args:
            whole: as a copy alone, which takes longer to make.
        """
        ...


class GraphStore(GraphReader, Protocol):
    """Named graphs that can be recreated from the journal at any time."""

    def replace(self, graph: str, ntriples: bytes, *, new: bool) -> None:
        """Make these the statements of a graph, in one step.

        Args:
            graph: the record's IRI.
            ntriples: sorted N-Triples; empty removes the graph.
            new: the graph is known not to exist, so nothing needs dropping.
        """
        ...

    def add(self, graph: str, ntriples: bytes) -> None:
        """Add statements to a graph, which is made when it is absent; what it holds already is no harm."""
        ...

    def digest(self) -> str:
        """SHA-256 of the whole projection as sorted N-Quads (no blank nodes: its canonical form)."""
        ...

    def unsound(self) -> Iterator[str]:
        """What does not fit together in the store (its merge, its indexes), in words; nothing when all is well."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """Let snapshots show what is written inside only at its end, all at once; until then they show what was before.

        Only whoever has all writing to themselves may enter.

        Raises:
            DataFolderError: no snapshot can be made.
        """
        ...

    def flush(self) -> None:
        """Return when everything written is on disk."""
        ...

    def close(self) -> None:
        """Release the folder."""
        ...
