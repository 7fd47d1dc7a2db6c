"""Keeping the graph equal to the journal: catching up at start, rebuilding, verifying."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from imagegraph.errors import DataFolderDamaged, DataFolderError
from imagegraph.model.rdf import digest_of
from imagegraph.model.records import Version
from imagegraph.operations.naming import terms_graph
from imagegraph.operations.terms.used import USED
from imagegraph.operations.terms.uses import mentioned_terms
from imagegraph.ports.graph import GraphStore
from imagegraph.ports.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something that does not verify, with the place and the way out."""

    where: str
    what: str
    remedy: str


def catch_up(
    journal: Journal, graph: GraphStore, *, after: int, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Apply every journal entry after a position to the graph; applying one twice does no harm.

    Args:
        after: position up to which the graph is known to be complete and on disk.
        progress: called with the number of entries applied so far.

    Returns:
        The number of entries applied.

    Raises:
        DataFolderDamaged: an entry cannot be read.
    """
    existing = set(graph.graphs())
    applied = 0
    for version in journal.since(after):
        graph.replace(version.iri, version.ntriples, new=version.iri not in existing and not version.deleted)
        existing.add(version.iri)
        applied += 1
        progress(applied)
    return applied


def verify(
    journal: Journal,
    graph: GraphStore,
    *,
    base: str,
    used_terms: Callable[[Set[str]], bytes] | None = None,
    resolved: Iterable[tuple[str, bytes]] = (),
    verified_head: tuple[int, str] | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Iterator[Problem]:
    """Check the chain of hashes, every entry's content, and that the graph says what the journal says.

    Args:
        base: IRI base of records; graphs elsewhere (shared terms) are not the journal's.
        used_terms: what the graph of terms has to say when records mention these; None to pass it over.
        resolved: names of the graphs of authorities that are there, with what they have to say.
        verified_head: position and hash of an entry known from elsewhere (a backup), which must be there.
    """
    newest: dict[str, bytes] = {}
    readable = yield from journal_problems(journal, newest, verified_head=verified_head, progress=progress)
    if not readable:
        return
    try:
        yield from _graph_problems(graph, newest, base=base, used_terms=used_terms, resolved=resolved)
    except DataFolderError as error:
        yield Problem(where="graph", what=f"cannot be read: {error.detail}", remedy=_REBUILD)


def _graph_problems(
    graph: GraphStore,
    newest: dict[str, bytes],
    *,
    base: str,
    used_terms: Callable[[Set[str]], bytes] | None,
    resolved: Iterable[tuple[str, bytes]],
) -> Iterator[Problem]:
    yield from _differences(graph, newest, base=base)
    if used_terms is not None:
        name = terms_graph(base, USED)
        mentioned = frozenset().union(*map(mentioned_terms, newest.values()))
        if not graph.matches(name, used_terms(mentioned)):
            yield Problem(
                where=f"graph {name}", what="differs from the records and the vocabularies", remedy=_REBUILD
            )
    for name, expected in resolved:
        if not graph.matches(name, expected):
            yield Problem(
                where=f"graph {name}", what="differs from the kept answer of its authority", remedy=_REBUILD
            )
    for what in graph.unsound():
        yield Problem(where="graph", what=what, remedy=_REBUILD)


def journal_problems(
    journal: Journal,
    newest: dict[str, bytes] | None = None,
    *,
    verified_head: tuple[int, str] | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Generator[Problem, None, bool]:
    """Check the chain of hashes and every entry's content, without the graph.

    Args:
        newest: is filled with the newest statements of each record, by the name of its graph.
        verified_head: position and hash of an entry known from elsewhere (a backup), which must be there.

    Returns:
        Whether the journal could be read to its end.
    """
    previous, position = "", 0
    newest = {} if newest is None else newest
    try:
        for version in journal.since(0):
            position += 1
            place = f"journal entry {version.sequence} (record {version.id!r}, version {version.number})"
            for what in _faults(version, position=position, previous=previous, verified_head=verified_head):
                yield Problem(where=place, what=what, remedy=_RESTORE)
            previous, position = version.hash, version.sequence
            newest[version.iri] = version.ntriples
            progress(position)
    except DataFolderDamaged as error:
        yield Problem(
            where=f"journal after entry {position}", what=f"cannot be read: {error.detail}", remedy=_RESTORE
        )
        return False
    if verified_head and verified_head[0] > position:
        yield Problem(where="journal", what=f"ends at {position}, before {verified_head[0]}", remedy=_RESTORE)
    for what in journal.unsound():
        yield Problem(where="journal", what=what, remedy=_RESTORE)
    return True


def _faults(
    version: Version, *, position: int, previous: str, verified_head: tuple[int, str] | None
) -> Iterator[str]:
    if version.sequence != position:
        yield f"entry {position} is missing"
    if version.previous_hash != previous:
        yield "does not follow the entry before it"
    if version.hash != version.expected_hash():
        yield "was altered after it was written"
    if not version.deleted and digest_of(version.ntriples) != version.digest:
        yield "its statements do not have the digest they were stored with"
    if version.deleted and version.ntriples:
        yield "is a deletion, but has statements"
    if verified_head and version.sequence == verified_head[0] and version.hash != verified_head[1]:
        yield "differs from the entry of the same number in the backup"


_RESTORE = "restore a backup with `imagegraph restore`"
_REBUILD = "run `imagegraph rebuild`"


def _differences(graph: GraphStore, newest: dict[str, bytes], *, base: str) -> Iterator[Problem]:
    for iri, ntriples in newest.items():
        if not graph.matches(iri, ntriples):
            yield Problem(where=f"graph {iri}", what="differs from the journal", remedy=_REBUILD)
    strangers: Sequence[str] = sorted(
        iri for iri in graph.graphs() if iri.startswith(f"{base}records/") and iri not in newest
    )
    for iri in strangers:
        yield Problem(where=f"graph {iri}", what="is not in the journal", remedy=_REBUILD)
