"""The local index of ontology terms in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from imagegraph.adapters.sqlite.terms.archive import SqliteTermArchive
from imagegraph.adapters.sqlite.terms.below import Below
from imagegraph.adapters.sqlite.terms.bodies import is_storable, term_of
from imagegraph.adapters.sqlite.terms.connections import TermConnections
from imagegraph.adapters.sqlite.terms.hierarchy import Hierarchy
from imagegraph.adapters.sqlite.terms.outline import TermOutline
from imagegraph.adapters.sqlite.terms.releases import Part, Parts, answering_numbers, read_releases
from imagegraph.adapters.sqlite.terms.search import TermSearch
from imagegraph.model.moments import utc_now
from imagegraph.model.ontology import Release, Term
from imagegraph.ports.terms import Direction, TermPage, TermScope

#: terms above or below one that are counted; a root of three million is not walked to its last leaf
MOST_RELATED = 100_000
_BATCH = 500


class SqliteTermIndex(TermOutline, SqliteTermArchive):
    """Implements `ports.terms.TermCatalogue` and `ports.terms.TermArchive`.

    Any thread may call; one process changes it at a time, others read meanwhile and see the state before. What is
    in memory does not grow with the index: what is read often stays in the cache of the operating system.

    Args:
        path: the file; made when absent.
        now: the clock, for tests.

    Raises:
        DataFolderError: it cannot be made or read.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], str] = utc_now) -> None:
        SqliteTermArchive.__init__(self, TermConnections(Path(path)), now=now)
        TermOutline.__init__(self)
        self._parts = Parts()
        self._below = Below()
        self._answering: tuple[tuple[int, ...] | None, tuple[int, ...]] = (None, ())

    def close(self) -> None:
        """Release the file; from any thread."""
        self._connections.close()

    def copies(self, iris: Iterable[str]) -> Mapping[str, tuple[Term, ...]]:
        """What every current release says about these terms: the defining copy first, the starter's last."""
        wanted = [iri for iri in dict.fromkeys(iris) if is_storable(iri)]
        if not wanted:
            return {}
        with self._connections.reading() as connection:
            return _copies(connection, self._parts.answering(connection), wanted)

    def candidates(self, key: str, *, scope: TermScope, limit: int, close: bool = True) -> Sequence[str]:
        """IRIs of the terms that may be meant by a folded text, without duplicates, roughly best first."""
        roots = [iri for iri in scope.under if is_storable(iri)]
        with self._connections.reading() as connection:
            everywhere = self._parts.answering(connection)
            parts = self._parts.answering(connection, scope.ontologies)
            below = self._below.of(connection, everywhere, roots) if scope.under else None
            search = TermSearch(connection, parts, below=below, obsolete=scope.obsolete, limit=limit)
            return search.candidates(key, close=close)

    def related(
        self, iri: str, *, direction: Direction, part_of: bool, ontology: str | None = None,
        offset: int = 0, limit: int = 1000,
    ) -> TermPage:  # fmt: skip
        """The terms above or below one, nearest first, without itself; cycles end.

        At most `MOST_RELATED` are found and counted.
        """
        if not is_storable(iri):
            return TermPage((), 0)
        up = direction in ("parents", "ancestors")
        depth = 1 if direction in ("parents", "children") else None
        with self._connections.reading() as connection:
            parts = self._parts.answering(connection, () if ontology is None else (ontology,))
            hierarchy = Hierarchy(connection, parts)
            iris, _ = hierarchy.walk(iri, up=up, part_of=part_of, most=MOST_RELATED, depth=depth)
            if up:  # what is only mentioned as a parent is not there
                there = _copies(connection, parts, iris)
                iris = [iri for iri in iris if iri in there]
            known = _copies(connection, parts, iris[offset : offset + limit])
        return TermPage(tuple(terms[0] for terms in known.values()), len(iris))

    def ancestors(self, iris: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """All IRIs above each of these by subClassOf and part_of, itself included; for terms that are there."""
        with self._connections.reading() as connection:
            hierarchy = Hierarchy(connection, self._parts.answering(connection))
            return hierarchy.closures(iri for iri in iris if is_storable(iri))

    def answering(self) -> tuple[int, ...]:
        """The numbers of the releases that answer; a number is never used again."""
        stamp = self._connections.stamp()
        before, numbers = self._answering
        if stamp is None or stamp != before:
            with self._connections.reading() as connection:
                numbers = answering_numbers(connection)
            self._answering = stamp, numbers
        return numbers

    def releases(self) -> Sequence[Release]:
        """All that are loaded, by vocabulary, the current one first, the starter's last."""
        with self._connections.reading() as connection:
            return read_releases(connection)


def _copies(
    connection: sqlite3.Connection, parts: Sequence[Part], iris: Sequence[str]
) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {iri: [] for iri in iris}
    for part in parts:
        near = [iri for iri in iris if part.may_hold(iri)]
        for start in range(0, len(near), _BATCH):
            rows = connection.execute(
                "SELECT t.iri, t.kind, t.obsolete, t.body FROM json_each(?) j"
                f" CROSS JOIN term_{part.number} t ON t.iri = j.value WHERE t.kind IS NOT NULL",
                (json.dumps(near[start : start + _BATCH]),),
            )
            for row in rows:
                found[row[0]].append(_term(part, *row))
    return {
        iri: tuple(sorted(terms, key=lambda term: not term.defining)) for iri, terms in found.items() if terms
    }


def _term(part: Part, iri: str, kind: str, obsolete: int, body: str) -> Term:
    return term_of(
        iri, kind=kind, obsolete=bool(obsolete), body=body, ontology=part.ontology, version=part.version,
        defining=part.defines(iri),
    )  # fmt: skip
