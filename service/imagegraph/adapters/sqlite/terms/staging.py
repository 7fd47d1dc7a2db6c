"""Terms as they are read from a file, put aside and given back in the order of their IRIs, their parts joined."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeVar

from imagegraph.adapters.sqlite.terms.bodies import body_of, joined, short_relation, storable, term_of
from imagegraph.adapters.sqlite.terms.schema import namespace
from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term

T = TypeVar("T")
#: terms that are written at a time
BATCH = 5_000
#: namespaces beyond which a release is asked for every IRI
_MOST_NAMESPACES = 200
#: how many characters longer than a label a synonym counts; two digits before a staged key
_PENALTY = {
    "label": "00",
    "exact": "08",
    "abbreviation": "08",
    "narrow": "16",
    "related": "24",
    "broad": "24",
}


#: IRI, kind, whether obsolete, body, keys with the penalty of their kind before them, parents with their relations
Part = tuple[str, str, int, str, str, str]


@dataclass
class Contents:
    """What was counted while a release was built."""

    terms: int = 0
    obsolete: int = 0
    names: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    namespaces: set[str] = field(default_factory=set)

    def see(self, iri: str) -> None:
        """Remember where the like of an IRI may be found."""
        if len(self.namespaces) <= _MOST_NAMESPACES:
            self.namespaces.add(namespace(iri))

    @property
    def listed_namespaces(self) -> list[str] | None:
        """The namespaces when they are few."""
        return sorted(self.namespaces) if len(self.namespaces) <= _MOST_NAMESPACES else None


def batches(rows: Iterator[T]) -> Iterator[list[T]]:
    """Rows as lists of at most `BATCH`."""
    while batch := list(islice(rows, BATCH)):
        yield batch


def stage(
    connection: sqlite3.Connection, terms: Iterable[Term], *, contents: Contents, progress: Callable[[int], None]
) -> None:  # fmt: skip
    """Put terms aside.

    Args:
        connection: has the table `stage.part`.
        progress: called with the number of terms read so far.
    """
    read = 0
    for batch in batches(iter(terms)):
        rows = [_row(term, contents) for term in batch]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO stage.part VALUES (?,?,?,?,?,?)", rows)
        connection.execute("COMMIT")
        read += len(batch)
        progress(read)


def _row(term: Term, contents: Contents) -> tuple[str, str, bool, str, str, str]:
    obsolete = term.obsolete
    keys: list[str] = []
    for name in term.names:
        key = fold(name.text)
        if name.kind == "label":
            if name.language:
                contents.languages[name.language] += 1
            if key.startswith("obsolete "):
                obsolete = True
        if key:
            keys.append(_PENALTY.get(name.kind, "24") + key)
    parents = [
        f"{relation} {storable(parent.iri)}"
        for parent in term.parents
        if "\n" not in parent.iri and " " not in (relation := short_relation(parent.relation))
    ]
    return storable(term.iri), term.kind, obsolete, body_of(term), "\n".join(keys), "\n".join(parents)


def staged(connection: sqlite3.Connection) -> Iterator[Part]:
    """What was put aside, a row for each term, in the order of their IRIs."""
    for _, parts in groupby(_sorted(connection), key=itemgetter(0)):
        yield _joined(list(parts))


def _sorted(connection: sqlite3.Connection) -> Iterator[Part]:
    """Staged rows in the order of their IRIs; no statement stays open, so that what is committed can be moved from
    the write-ahead log into the file.
    """
    connection.execute("CREATE INDEX stage.part_iri ON part (iri)")
    last: tuple[str, int] = ("", 0)
    while rows := connection.execute(
        "SELECT iri, kind, obsolete, body, keys, parents, rowid FROM stage.part INDEXED BY part_iri"
        " WHERE (iri, rowid) > (?, ?) ORDER BY iri, rowid LIMIT ?",
        (*last, BATCH),
    ).fetchall():
        yield from (row[:-1] for row in rows)
        last = rows[-1][0], rows[-1][-1]


def _joined(parts: Sequence[Part]) -> Part:
    """All that was told about one term, as one row."""
    if len(parts) == 1:
        return parts[0]
    terms = [term_of(row[0], kind=row[1], obsolete=bool(row[2]), body=row[3]) for row in parts]
    term = joined(terms)
    keys = "\n".join(row[4] for row in parts if row[4])
    parents = "\n".join(row[5] for row in parts if row[5])
    return term.iri, term.kind, int(term.obsolete), body_of(term), keys, parents
