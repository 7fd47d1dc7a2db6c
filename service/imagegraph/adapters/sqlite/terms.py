"""The local index of ontology terms in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from imagegraph.adapters.sqlite.journal import utc_now
from imagegraph.adapters.sqlite.terms_bodies import term_of
from imagegraph.adapters.sqlite.terms_connections import TermConnections
from imagegraph.adapters.sqlite.terms_hierarchy import closures, walk
from imagegraph.adapters.sqlite.terms_loading import build, described, drop
from imagegraph.adapters.sqlite.terms_outline import TermOutline
from imagegraph.adapters.sqlite.terms_releases import (
    Part,
    Parts,
    get_release,
    header_text,
    read_releases,
)
from imagegraph.adapters.sqlite.terms_search import TermSearch
from imagegraph.model.ontology import STARTER, Release, ReleaseHeader, Term
from imagegraph.ports.terms import Direction, TermPage, TermScope

#: terms above or below one that are counted; a root of three million is not walked to its last leaf
MOST_RELATED = 100_000
_BATCH = 500


class SqliteTermIndex(TermOutline):
    """Implements `ports.terms.TermIndex` and `ports.terms.TermArchive`.

    Any thread may call; one process loads at a time, others read meanwhile.

    Args:
        path: the file; made when absent.
        now: the clock, for tests.

    Raises:
        DataFolderError: it cannot be made or read.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], str] = utc_now) -> None:
        super().__init__()
        self._path = Path(path)
        self._now = now
        self._connections = TermConnections(self._path)
        self._parts = Parts()

    def close(self) -> None:
        """Release the file."""
        self._connections.close()

    # ------------------------------------------------------------------ reading

    def copies(self, iris: Iterable[str]) -> Mapping[str, tuple[Term, ...]]:
        """What every current release says about these terms: the defining copy first, the starter's last."""
        wanted = list(dict.fromkeys(iri for iri in iris if _is_text(iri)))
        found: dict[str, list[Term]] = {iri: [] for iri in wanted}
        with self._connections.reading() as connection:
            for part in self._parts.answering(connection):
                near = [iri for iri in wanted if part.may_hold(iri)]
                for start in range(0, len(near), _BATCH):
                    for term in _read_terms(connection, part, near[start : start + _BATCH]):
                        found[term.iri].append(term)
        return {
            iri: tuple(sorted(terms, key=lambda term: not term.defining))
            for iri, terms in found.items()
            if terms
        }

    def candidates(self, key: str, *, scope: TermScope, limit: int, close: bool = True) -> Sequence[str]:
        """IRIs of the terms that may be meant by a folded text, without duplicates, roughly best first."""
        if not _is_text(key):
            return []
        roots = frozenset(iri for iri in scope.under if _is_text(iri))

        with self._connections.reading() as connection:
            everywhere = self._parts.answering(connection)
            parts = [part for part in everywhere if not scope.ontologies or part.ontology in scope.ontologies]

            def below_roots(iris: Sequence[str]) -> Iterable[str]:
                above = closures(connection, everywhere, iris)
                return [iri for iri in iris if above[iri] & roots]

            search = TermSearch(
                connection, parts, allowed=below_roots if scope.under else None, obsolete=scope.obsolete
            )
            return search.candidates(key, limit=limit, close=close)

    def related(
        self, iri: str, *, direction: Direction, part_of: bool, ontology: str | None = None,
        offset: int = 0, limit: int = 1000,
    ) -> TermPage:  # fmt: skip
        """The terms above or below one, nearest first, without itself; cycles end."""
        if not _is_text(iri):
            return TermPage((), 0)
        with self._connections.reading() as connection:
            parts = self._parts.answering(connection, (ontology,) if ontology is not None else ())
            iris = walk(
                connection, parts, iri, up=direction in ("parents", "ancestors"), part_of=part_of, most=MOST_RELATED,
                depth=1 if direction in ("parents", "children") else None,
            )  # fmt: skip
        known = self.copies(iris)
        there = [iri for iri in iris if iri in known]
        page = there[offset : offset + limit]
        return TermPage(tuple(_best(known[iri], ontology) for iri in page), len(there))

    def ancestors(self, iris: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """All IRIs above each of these by subClassOf and part_of, itself included; for terms that are there."""
        known = self.copies(iris)
        with self._connections.reading() as connection:
            return closures(connection, self._parts.answering(connection), known)

    def terms(
        self, ontology: str, *, kind: str | None = None, offset: int = 0, limit: int = 100,
        release: int | None = None,
    ) -> TermPage:  # fmt: skip
        """The terms of a vocabulary's current (or that) release in the order of their IRIs."""
        with self._connections.reading() as connection:
            parts = (
                self._parts.answering(connection, (ontology,))
                if release is None
                else self._parts.one(connection, release)
            )
            parts = tuple(part for part in parts if part.ontology == ontology)[:1]
            if not parts:
                return TermPage((), 0)
            n = parts[0].number
            where, values = ("body IS NOT NULL", ()) if kind is None else ("kind = ?", (kind,))
            (total,) = connection.execute(f"SELECT count(*) FROM term_{n} WHERE {where}", values).fetchone()
            rows = connection.execute(
                f"SELECT iri, kind, obsolete, body FROM term_{n} WHERE {where} ORDER BY id LIMIT ? OFFSET ?",
                (*values, limit, offset),
            )
            return TermPage(tuple(_term(parts[0], *row) for row in rows), total)

    def releases(self) -> Sequence[Release]:
        """All that are loaded, by vocabulary, the current one first, the starter's last."""
        with self._connections.reading() as connection:
            return read_releases(connection)

    # ------------------------------------------------------------------ changing

    def add(
        self, ontology: str, *, header: ReleaseHeader, terms: Iterable[Term], base: str, source: str, digest: str,
        current: bool = True, progress: Callable[[int], None] = lambda count: None,
    ) -> Release:  # fmt: skip
        """Add a release in one step; the same digest again replaces what was there of it."""
        stage = Path(f"{self._path}-loading")
        with self._connections.writing() as connection:
            _sweep(connection)
            _remove_stage(stage)
            connection.execute("ATTACH ? AS stage", (str(stage),))
            connection.execute("PRAGMA stage.journal_mode = OFF")
            connection.execute("PRAGMA stage.synchronous = OFF")
            number = connection.execute(
                "INSERT INTO release (ontology, header, base, source, loaded, digest) VALUES (?,?,?,?,?,?)",
                (ontology, header_text(header), base, source, self._now(), digest),
            ).lastrowid
            assert number is not None  # noqa: S101
            try:
                contents = build(connection, number, terms=terms, progress=progress)
                _finish(connection, number, values=described(contents), current=current)
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                with suppress(sqlite3.Error):
                    _sweep(connection)
                raise
            finally:
                with suppress(sqlite3.Error):
                    connection.execute("DETACH stage")
                _remove_stage(stage)
            return get_release(connection, number)

    def use(self, number: int) -> None:
        """Make a release the current one of its vocabulary; the starter's: that no other one answers."""
        with self._connections.writing() as connection:
            release = get_release(connection, number)
            connection.execute("BEGIN IMMEDIATE")
            _make_current(connection, number, release.ontology)
            connection.execute("COMMIT")

    def remove(self, number: int) -> None:
        """Forget a release."""
        with self._connections.writing() as connection:
            get_release(connection, number)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM release WHERE number = ?", (number,))
            drop(connection, number)
            connection.execute("COMMIT")


def _is_text(text: str) -> bool:
    """Whether a text can be in the index at all: lone surrogates cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _best(terms: Sequence[Term], ontology: str | None) -> Term:
    return next((term for term in terms if term.ontology == ontology), terms[0])


def _term(part: Part, iri: str, kind: str, obsolete: int, body: str) -> Term:
    return term_of(
        iri, kind=kind, obsolete=bool(obsolete), body=body, ontology=part.ontology, version=part.version,
        defining=part.defines(iri),
    )  # fmt: skip


def _read_terms(connection: sqlite3.Connection, part: Part, iris: Sequence[str]) -> Iterable[Term]:
    rows = connection.execute(
        f"SELECT t.iri, kind, obsolete, body FROM json_each(?) j CROSS JOIN term_{part.number} t ON t.iri = j.value"
        " WHERE body IS NOT NULL",
        (json.dumps(iris),),
    )
    return (_term(part, *row) for row in rows)


def _finish(
    connection: sqlite3.Connection, number: int, *, values: Mapping[str, object], current: bool
) -> None:
    """Say that a release is ready, in one transaction with what it replaces."""
    ontology, source, digest = connection.execute(
        "SELECT ontology, source, digest FROM release WHERE number = ?", (number,)
    ).fetchone()
    connection.execute("BEGIN IMMEDIATE")
    columns = ", ".join(f"{name} = ?" for name in values)
    connection.execute(
        f"UPDATE release SET ready = 1, {columns} WHERE number = ?", (*values.values(), number)
    )
    replaced = connection.execute(
        "SELECT number, current FROM release WHERE ontology = ? AND number != ? AND ready"
        " AND (source = ?) = (? = ?) AND (digest = ? OR source = ?)",
        (ontology, number, STARTER, source, STARTER, digest, STARTER),
    ).fetchall()
    if current or any(was_current for _, was_current in replaced):
        _make_current(connection, number, ontology)
    for old, _ in replaced:
        connection.execute("DELETE FROM release WHERE number = ?", (old,))
        drop(connection, old)
    connection.execute("COMMIT")


def _make_current(connection: sqlite3.Connection, number: int, ontology: str) -> None:
    connection.execute(
        "UPDATE release SET current = (number = ? OR source = ?) WHERE ontology = ? AND ready",
        (number, STARTER, ontology),
    )


def _sweep(connection: sqlite3.Connection) -> None:
    """Remove what an interrupted load has left."""
    for (number,) in connection.execute("SELECT number FROM release WHERE NOT ready").fetchall():
        drop(connection, number)
        connection.execute("DELETE FROM release WHERE number = ?", (number,))


def _remove_stage(stage: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        Path(f"{stage}{suffix}").unlink(missing_ok=True)
