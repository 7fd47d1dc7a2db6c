"""Building the tables of a release: terms are staged as they are read, sorted, joined, numbered, indexed.

Staging happens in a file of its own beside the index, which is thrown away. The tables of the new release are
written in batches that nobody looks at before the release is said to be ready.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from imagegraph.adapters.sqlite.terms_bodies import body_of, joined, short_relation, storable, term_of
from imagegraph.adapters.sqlite.terms_schema import (
    MOST_NAMES,
    RELEASE_TABLES,
    indexed_words,
    name_number,
    namespace,
)
from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term

_BATCH = 5_000
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

_STAGE = """
CREATE TABLE stage.part (iri TEXT, kind TEXT, obsolete INTEGER, body TEXT, keys TEXT, parents TEXT);
CREATE TABLE stage.key (key TEXT, id INTEGER);
CREATE TABLE stage.edge (child INTEGER, relation TEXT, parent TEXT);
"""


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


def build(
    connection: sqlite3.Connection, number: int, *, terms: Iterable[Term], progress: Callable[[int], None]
) -> Contents:
    """Make and fill the tables of a release.

    Args:
        connection: has an empty database attached as `stage`.
        number: of the release, which is not ready yet.
        progress: called with the number of terms read so far.
    """
    contents = Contents()
    connection.executescript(_STAGE)
    _stage(connection, terms, contents=contents, progress=progress)
    for statement in RELEASE_TABLES:
        connection.execute(statement.format(n=number))
    _write_terms(connection, number, contents)
    connection.execute("DROP TABLE stage.part")
    _write_words(connection, number)  # first: what merging its parts leaves free is used by the other tables
    _write_keys(connection, number)
    _write_edges(connection, number, contents)
    return contents


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _stage(
    connection: sqlite3.Connection, terms: Iterable[Term], *, contents: Contents, progress: Callable[[int], None]
) -> None:  # fmt: skip
    read = 0
    for batch in _batches(iter(terms)):
        rows = [_staged(term, contents) for term in batch]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO stage.part VALUES (?,?,?,?,?,?)", rows)
        connection.execute("COMMIT")
        read += len(batch)
        progress(read)


def _staged(term: Term, contents: Contents) -> tuple[str, str, bool, str, str, str]:
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


Part = tuple[str, str, int, str, str, str]


def _sorted_parts(connection: sqlite3.Connection) -> Iterator[Part]:
    """Staged rows in the order of their IRIs; no statement stays open, so that what is committed can be moved from
    the write-ahead log into the file.
    """
    connection.execute("CREATE INDEX stage.part_iri ON part (iri)")
    last: tuple[str, int] = ("", 0)
    while rows := connection.execute(
        "SELECT iri, kind, obsolete, body, keys, parents, rowid FROM stage.part INDEXED BY part_iri"
        " WHERE (iri, rowid) > (?, ?) ORDER BY iri, rowid LIMIT ?",
        (*last, _BATCH),
    ).fetchall():
        yield from (row[:-1] for row in rows)
        last = rows[-1][0], rows[-1][-1]


def _joined_parts(rows: Iterable[Part]) -> Iterator[Part]:
    """Rows in the order of their IRIs, those with the same IRI as one."""
    last: Part | None = None
    for row in rows:
        if last is not None:
            if last[0] != row[0]:
                yield last
                last = row
            else:
                last = _join(last, row)
        else:
            last = row
    if last is not None:
        yield last


def _join(first: Part, second: Part) -> Part:
    terms = [term_of(row[0], kind=row[1], obsolete=bool(row[2]), body=row[3]) for row in (first, second)]
    term = joined(terms[0], terms[1])
    keys = "\n".join(filter(None, (first[4], second[4])))
    parents = "\n".join(filter(None, (first[5], second[5])))
    return term.iri, term.kind, int(term.obsolete), body_of(term), keys, parents


def _write_terms(connection: sqlite3.Connection, number: int, contents: Contents) -> None:
    for batch in _batches(_joined_parts(_sorted_parts(connection))):
        terms, edges = [], []
        keys: list[tuple[str, int]] = []
        for iri, kind, obsolete, body, names, parents in batch:
            contents.terms += 1
            contents.obsolete += obsolete
            contents.see(iri)
            terms.append((contents.terms, iri, kind, obsolete, body))
            if names:
                keys += _numbered(contents.terms, names.split("\n"), obsolete=bool(obsolete))
            if parents:
                edges += [(contents.terms, *parent.split(" ", 1)) for parent in parents.split("\n")]
        contents.names += len(keys)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO term_{number} VALUES (?,?,?,?,?)", terms)
        connection.executemany("INSERT INTO stage.key VALUES (?,?)", keys)
        connection.executemany("INSERT INTO stage.edge VALUES (?,?,?)", edges)
        connection.execute("COMMIT")


def _numbered(term: int, names: Sequence[str], *, obsolete: bool) -> Iterator[tuple[str, int]]:
    """The keys of a term, each once, and the numbers of these names."""
    seen: set[str] = set()
    for place, name in enumerate(names[:MOST_NAMES]):
        key = name[2:]
        if key not in seen:
            seen.add(key)
            yield key, name_number(term, place=place, length=len(key) + int(name[:2]), obsolete=obsolete)


def _write_keys(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(f"INSERT INTO key_{number} SELECT key, id FROM stage.key ORDER BY key, id")


def _write_edges(connection: sqlite3.Connection, number: int, contents: Contents) -> None:
    n = number
    connection.execute(f"CREATE INDEX term_iri_{n} ON term_{n} (iri)")
    connection.execute(f"CREATE INDEX term_kind_{n} ON term_{n} (kind, id) WHERE kind != 'class'")
    connection.execute(
        f"INSERT INTO term_{n} (iri) SELECT DISTINCT parent FROM stage.edge"
        f" WHERE NOT EXISTS (SELECT 1 FROM term_{n} WHERE iri = parent) ORDER BY parent"
    )
    for (iri,) in connection.execute(f"SELECT iri FROM term_{n} WHERE id > ?", (contents.terms,)):
        contents.see(iri)
    connection.execute(
        "CREATE TABLE stage.link AS SELECT child, relation, t.id AS parent"
        f" FROM (SELECT * FROM stage.edge ORDER BY parent) e CROSS JOIN term_{n} t ON t.iri = e.parent"
    )
    connection.execute(
        f"INSERT INTO up_{n} SELECT DISTINCT child, relation, parent FROM stage.link ORDER BY 1, 2, 3"
    )
    connection.execute(f"INSERT INTO down_{n} SELECT parent, relation, child FROM up_{n} ORDER BY 1, 2, 3")


def _write_words(connection: sqlite3.Connection, number: int) -> None:
    n = number
    for option, value in (("automerge", 0), ("hashsize", 32 << 20)):
        connection.execute(f"INSERT INTO words_{n} (words_{n}, rank) VALUES (?, ?)", (option, value))
    connection.create_function("indexed_words", 1, indexed_words, deterministic=True)
    connection.execute(
        f"INSERT INTO words_{n} (rowid, text) SELECT id, indexed_words(key) FROM stage.key ORDER BY id"
    )
    connection.execute(f"INSERT INTO words_{n} (words_{n}) VALUES ('optimize')")
    connection.execute(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words_{n}, row)")
    connection.execute(
        f"INSERT INTO word_{n} SELECT term, doc FROM temp.vocabulary WHERE substr(term, 1, 1) NOT IN ('^', '_')"
    )
    connection.execute("DROP TABLE temp.vocabulary")
    connection.create_function("reversed", 1, lambda word: word[::-1], deterministic=True)
    connection.execute(f"INSERT INTO ending_{n} SELECT reversed(word), names FROM word_{n} ORDER BY 1")


def described(contents: Contents) -> dict[str, Any]:
    """The columns of a release that its contents decide."""
    return {
        "terms": contents.terms,
        "obsolete": contents.obsolete,
        "names": contents.names,
        "languages": json.dumps([language for language, _ in contents.languages.most_common()]),
        "namespaces": json.dumps(contents.listed_namespaces),
    }
