"""Keeping the graph equal to the journal: catching up at start, rebuilding, verifying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from imagegraph.model.rdf import digest_of
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
    previous, position = "", 0
    newest: dict[str, bytes] = {}
    for version in journal.since(0):
        position += 1
        place = f"journal entry {version.sequence} (record {version.id!r}, version {version.number})"
        if version.sequence != position:
            yield Problem(where=place, what=f"entry {position} is missing", remedy=_RESTORE)
            position = version.sequence
        if version.previous_hash != previous:
            yield Problem(where=place, what="does not follow the entry before it", remedy=_RESTORE)
        if version.hash != version.expected_hash():
            yield Problem(where=place, what="was altered after it was written", remedy=_RESTORE)
        if not version.deleted and digest_of(version.ntriples) != version.digest:
            yield Problem(
                where=place,
                what="its statements do not have the digest they were stored with",
                remedy=_RESTORE,
            )
        if verified_head and version.sequence == verified_head[0] and version.hash != verified_head[1]:
            yield Problem(
                where=place, what="differs from the entry of the same number in the backup", remedy=_RESTORE
            )
        previous = version.hash
        newest[version.iri] = version.ntriples
        progress(position)
    if verified_head and verified_head[0] > position:
        yield Problem(where="journal", what=f"ends at {position}, before {verified_head[0]}", remedy=_RESTORE)
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


_RESTORE = "restore journal.sqlite from a backup"
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
