"""Lists of whole releases, and where terms stand in them, without reading the terms themselves."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from imagegraph.adapters.sqlite.terms.bodies import is_storable, term_of
from imagegraph.adapters.sqlite.terms.connections import TermConnections
from imagegraph.adapters.sqlite.terms.hierarchy import IS_A, PART
from imagegraph.adapters.sqlite.terms.releases import Part, Parts
from imagegraph.model.ontology import TermKind
from imagegraph.ports.terms import Place, TermPage

#: descendants that are counted in one call; a root of three million is not walked to its last leaf
_MOST_COUNTED = 20_000
_BATCH = 500
_DIRECT = ", ".join(f"'{relation}'" for relation in IS_A)
_ALL = ", ".join(f"'{relation}'" for relation in IS_A + PART)


class TermOutline:
    """What `ports.terms.TermCatalogue` adds to an index."""

    _connections: TermConnections
    _parts: Parts

    def __init__(self) -> None:
        #: what counting took a scan of a release, which never changes; its number is never used again
        self._counted: dict[tuple[object, ...], int] = {}

    def places(self, iris: Iterable[str], *, ontology: str) -> Mapping[str, Place]:
        """Where terms stand in a vocabulary, by the best release that has them; leaves are left out."""
        waiting = [iri for iri in dict.fromkeys(iris) if is_storable(iri)]
        found: dict[str, Place] = {}
        with self._connections.reading() as connection:
            for part in self._parts.answering(connection, (ontology,)):
                there: set[str] = set()
                for start in range(0, len(waiting), _BATCH):
                    for iri, direct, below in _outlined(connection, part, waiting[start : start + _BATCH]):
                        there.add(iri)
                        if below:
                            found[iri] = Place(
                                has_direct_children=bool(direct), has_hierarchical_children=True
                            )
                waiting = [iri for iri in waiting if iri not in there]
        return found

    def descendant_counts(self, iris: Iterable[str], *, ontology: str) -> Mapping[str, tuple[int, int]]:
        """How many terms are below each, by subClassOf, and by subClassOf and part_of."""
        left = _MOST_COUNTED
        wanted = [iri for iri in dict.fromkeys(iris) if is_storable(iri)]
        found: dict[str, tuple[int, int]] = {}
        with self._connections.reading() as connection:
            for part in self._parts.answering(connection, (ontology,)):
                for iri in (iri for iri in wanted if iri not in found):
                    all_below = _count_below(connection, part, iri, relations=_ALL, most=left)
                    if all_below:
                        direct = _count_below(connection, part, iri, relations=_DIRECT, most=left)
                        found[iri] = direct, all_below
                        left = max(left - all_below, 1_000)
        return found

    def listed(
        self, release: int, *, kind: TermKind | None = None, obsolete: bool | None = None, roots: bool = False,
        offset: int = 0, limit: int = 100,
    ) -> TermPage:  # fmt: skip
        """The terms of a release in the order of their IRIs, narrowed down."""
        clauses, values = ["body IS NOT NULL"], list[object]()
        if kind is not None:
            clauses.append("kind = ?")
            values.append(kind)
        if obsolete is not None:
            clauses.append("obsolete = ?")
            values.append(int(obsolete))
        if roots:
            clauses.append(
                f"NOT EXISTS (SELECT 1 FROM up_{release:d} WHERE child = id AND relation IN ({_ALL}))"
            )
        where = " AND ".join(clauses)
        with self._connections.reading() as connection:
            parts = self._parts.one(connection, release)
            if not parts:
                return TermPage((), 0)
            asked = (release, where, *values)
            if asked not in self._counted:
                (self._counted[asked],) = connection.execute(
                    f"SELECT count(*) FROM term_{release:d} WHERE {where}", values
                ).fetchone()
            rows = connection.execute(
                f"SELECT iri, kind, obsolete, body FROM term_{release:d} WHERE {where}"
                " ORDER BY id LIMIT ? OFFSET ?",
                (*values, limit, offset),
            )
            (part,) = parts
            return TermPage(
                tuple(
                    term_of(
                        iri, kind=of, obsolete=bool(old), body=body, ontology=part.ontology,
                        version=part.version, defining=part.defines(iri),
                    )
                    for iri, of, old, body in rows
                ),
                self._counted[asked],
            )  # fmt: skip


def _outlined(connection: sqlite3.Connection, part: Part, iris: list[str]) -> list[tuple[str, int, int]]:
    """Those of these terms that a release has; whether any is below by subClassOf; by any relation that counts."""
    n = part.number
    return connection.execute(
        f"SELECT t.iri,"
        f" EXISTS (SELECT 1 FROM down_{n} WHERE parent = t.id AND relation IN ({_DIRECT})),"
        f" EXISTS (SELECT 1 FROM down_{n} WHERE parent = t.id AND relation IN ({_ALL}))"
        f" FROM json_each(?) j CROSS JOIN term_{n} t ON t.iri = j.value WHERE t.body IS NOT NULL",
        (json.dumps(iris),),
    ).fetchall()


def _count_below(connection: sqlite3.Connection, part: Part, iri: str, *, relations: str, most: int) -> int:
    n = part.number
    (count,) = connection.execute(
        f"WITH RECURSIVE top (id) AS (SELECT id FROM term_{n} WHERE iri = ?),"
        f" below (id) AS (SELECT child FROM down_{n} JOIN top ON parent = top.id WHERE relation IN ({relations})"
        f" UNION SELECT child FROM down_{n} JOIN below ON parent = below.id WHERE relation IN ({relations}))"
        " SELECT count(*) FROM (SELECT id FROM below WHERE id NOT IN (SELECT id FROM top) LIMIT ?)",
        (iri, most),
    ).fetchone()
    return int(count)
