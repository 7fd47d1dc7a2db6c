"""Building the tables of a release: terms are staged as they are read, sorted, joined, numbered, indexed.

Staging happens in a file of its own beside the index, which is thrown away. The tables of the new release are
written in batches that nobody looks at before the release is said to be ready.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from imagegraph.adapters.sqlite.terms.schema import (
    MOST_NAMES,
    RELEASE_TABLES,
    indexed_words,
    name_number,
)
from imagegraph.adapters.sqlite.terms.staging import Contents, batches, stage, staged
from imagegraph.model.ontology import Term

_STAGE = """
CREATE TABLE stage.part (iri TEXT, kind TEXT, obsolete INTEGER, body TEXT, keys TEXT, parents TEXT);
CREATE TABLE stage.key (key TEXT, id INTEGER);
CREATE TABLE stage.edge (child INTEGER, relation TEXT, parent TEXT);
"""


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
    stage(connection, terms, contents=contents, progress=progress)
    for statement in RELEASE_TABLES:
        connection.execute(statement.format(n=number))
    _write_terms(connection, number, contents)
    connection.execute("DROP TABLE stage.part")
    _write_words(connection, number)  # first: what merging its parts leaves free is used by the other tables
    _write_keys(connection, number)
    _write_edges(connection, number, contents)
    return contents


def _write_terms(connection: sqlite3.Connection, number: int, contents: Contents) -> None:
    for batch in batches(staged(connection)):
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
