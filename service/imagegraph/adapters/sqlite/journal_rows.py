"""The tables of the journal, and how versions and records stand in their rows."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from imagegraph.adapters.sqlite.placements import make_placements
from imagegraph.errors import DataFolderDamaged, DataFolderError
from imagegraph.model.records import PreparedRecord, RecordSummary, Version
from imagegraph.model.reports import report_from_dict

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
  sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, iri TEXT NOT NULL, about TEXT NOT NULL, type TEXT NOT NULL,
  title TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, agent TEXT NOT NULL, reason TEXT NOT NULL,
  source TEXT NOT NULL, format TEXT NOT NULL, digest TEXT NOT NULL, body BLOB NOT NULL, report TEXT NOT NULL,
  previous_hash TEXT NOT NULL, hash TEXT NOT NULL, deleted INTEGER NOT NULL,
  UNIQUE (id, number)
);
CREATE TABLE IF NOT EXISTS records (
  id TEXT PRIMARY KEY, iri TEXT NOT NULL UNIQUE, about TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, digest TEXT NOT NULL,
  deleted INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS records_about ON records (about);
CREATE INDEX IF NOT EXISTS entries_at ON entries (at);
CREATE INDEX IF NOT EXISTS records_type ON records (type, id);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2');
"""
#: columns of an entry, and of a record
ENTRY = "sequence,id,iri,about,type,title,number,at,agent,reason,source,format,digest,body,report,previous_hash,hash,deleted"
RECORD = "id,iri,about,type,title,version,created,modified,digest,deleted"
_LITERAL = re.compile(rb'"([^"\\]*(?:\\.[^"\\]*)*)"')
_INDEXED_BYTES = 50_000


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of records, and of where they belong, when they are absent."""
    connection.executescript(_SCHEMA)
    make_placements(connection)


def unusable(path: Path | str, error: sqlite3.Error) -> DataFolderError:
    """Why a file cannot be used: the disk or somebody else is in the way, or it is damaged."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_FULL", "SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR")):
        return DataFolderError(f"{path} cannot be used ({error}).", path=str(path))
    return DataFolderDamaged(
        f"{path} is not a readable journal ({error}). Restore a backup with `imagegraph restore`.",
        path=str(path),
    )


def searchable_text(record: PreparedRecord) -> str:
    """The words that a record is found by: its names and its literals, up to a limit."""
    literals = set(_LITERAL.findall(record.ntriples[: 20 * _INDEXED_BYTES]))
    text = b" ".join(sorted(literals))[:_INDEXED_BYTES].decode("utf-8", "replace")
    return f"{record.title} {record.id} {record.about} {text}"


def summary_of_row(row: Sequence[Any]) -> RecordSummary:
    """The record in a row of `RECORD`."""
    names = RECORD.split(",")
    return RecordSummary(**{**dict(zip(names, row, strict=True)), "deleted": bool(row[-1])})


def version_of_row(row: Sequence[Any]) -> Version:
    """The version in a row of `ENTRY`.

    Raises:
        DataFolderDamaged: the row does not hold one.
    """
    values = dict(zip(ENTRY.split(","), row, strict=True))
    try:
        ntriples = zlib.decompress(values.pop("body"))
        report = report_from_dict(json.loads(values.pop("report")))
        _check_kinds(values)
        version = Version(
            **{**values, "ntriples": ntriples, "report": report, "deleted": bool(values["deleted"])}
        )
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DataFolderDamaged(
            f"Entry {values['sequence']} of the journal (record {values['id']!r}) is damaged: {error}. "
            "Restore a backup with `imagegraph restore`.",
            sequence=values["sequence"],
        ) from error
    return version


def _check_kinds(values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        kind = int if name in ("sequence", "number", "deleted") else str
        if not isinstance(value, kind):
            raise TypeError(f"{name} is {type(value).__name__}, not {kind.__name__}")
