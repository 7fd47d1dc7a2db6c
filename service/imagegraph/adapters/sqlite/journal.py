"""The append-only journal in one SQLite file, written with `synchronous=FULL`."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from imagegraph.adapters.sqlite.journal_rows import (
    ENTRY,
    RECORD,
    make_tables,
    searchable_text,
    summary_of_row,
    unusable,
    version_of_row,
)
from imagegraph.adapters.sqlite.mark import Mark
from imagegraph.adapters.sqlite.placements import place_new, seen_entries, seen_records
from imagegraph.adapters.sqlite.soundness import unsound
from imagegraph.errors import DataFolderDamaged, DataFolderError, Gone, NotFound, PreconditionFailed
from imagegraph.model.moments import utc_now
from imagegraph.model.projects import AccessScope
from imagegraph.model.records import PreparedRecord, RecordSummary, Version
from imagegraph.model.reports import Report

#: how long the writer may hold the journal before it counts as stuck
_LOCK_SECONDS = 2.0
T = TypeVar("T")


class SqliteJournal:
    """Implements `ports.journal.Journal`; one process writes, any thread may call.

    Args:
        path: the file; `:memory:` for a journal that is not kept.
        now: the clock, for tests.
        also: what is written with each version, in the same transaction.

    Raises:
        DataFolderDamaged: the file is no journal, or ends before an entry that was acknowledged.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        now: Callable[[], str] = utc_now,
        also: Callable[[sqlite3.Connection, Version], None] = lambda connection, version: None,
    ) -> None:
        self._now = now
        self._also = also
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(str(path), check_same_thread=False, isolation_level=None)
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            make_tables(self._connection)
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise unusable(path, error) from error
        self._last: tuple[int, str] | None = None
        self._mark = None if str(path) == ":memory:" else Mark(Path(path).with_suffix(".head"))
        try:
            self._check_end(path)
        except DataFolderError:
            self.close()
            raise

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            self._connection.close()
            if self._mark is not None:
                self._mark.close()

    @property
    def head(self) -> int:
        """Position of the newest entry, 0 when empty."""
        row = self._row("SELECT max(sequence) FROM entries")
        return int(row[0] or 0) if row else 0

    def append(
        self, records: Sequence[PreparedRecord], *, agent: str, reason: str, project: str | None = None
    ) -> Sequence[Version | None]:
        """Accept records in one transaction; None stands for a record whose content did not change."""
        with self._lock:
            return self._in_transaction(
                lambda: [self._accept(r, agent=agent, reason=reason, project=project) for r in records]
            )

    def bury(self, id: str, *, agent: str, reason: str) -> Version:
        """Accept the deletion of a record: a tombstone that keeps its history."""
        with self._lock:
            known = self._living(id)
            return self._in_transaction(lambda: self._bury(known, agent=agent, reason=reason))

    def revise(
        self,
        records: Sequence[PreparedRecord],
        *,
        deleted: Sequence[str],
        seen: Mapping[str, int],
        agent: str,
        reason: str,
    ) -> Sequence[Version | None]:
        """Accept records and deletions in one transaction, if each is still at the version that was seen."""

        def work() -> list[Version | None]:
            for id, number in seen.items():
                known = self._find_by("id", id)
                if (known.version if known else 0) != number:
                    raise PreconditionFailed(f"The record {id!r} has changed in the meantime.", id=id)
            accepted = [self._accept(record, agent=agent, reason=reason, project=None) for record in records]
            return [
                *accepted,
                *(self._bury(self._living(id), agent=agent, reason=reason) for id in deleted),
            ]

        with self._lock:
            return self._in_transaction(work)

    def find(self, name: str, *, within: AccessScope | None = None) -> RecordSummary | None:
        """The current state of a record, tombstones included, by its id, its IRI, or the IRI it is about."""
        for column in ("id", "iri", "about"):
            found = self._find_by(column, name, within=within)
            if found is not None:
                return found
        return None

    def version(self, id: str, number: int | None = None, *, within: AccessScope | None = None) -> Version:
        """One version of a record, the newest one when no number is given."""
        condition, values = ("number = ?", (id, number)) if number is not None else ("1", (id,))
        seen, more = seen_entries(within, now=self._now)
        row = self._row(
            f"SELECT {ENTRY} FROM entries WHERE id = ? AND {condition} AND {seen} ORDER BY number DESC LIMIT 1",  # noqa: S608
            (*values, *more),
        )
        if row is None:
            which = f"version {number} of record" if number is not None else "record"
            raise NotFound(f"There is no {which} {id!r}.", id=id)
        return version_of_row(row)

    def position_at(self, moment: str) -> int:
        """Position of the newest entry that was accepted at or before a moment, 0 when there is none."""
        row = self._row(
            "SELECT sequence FROM entries WHERE at <= ? ORDER BY at DESC, sequence DESC LIMIT 1", (moment,)
        )
        return int(row[0]) if row else 0

    def version_at(self, id: str, position: int, *, within: AccessScope | None = None) -> Version | None:
        """The version of a record that was current at a position, a tombstone too; None before its first."""
        seen, more = seen_entries(within, now=self._now)
        row = self._row(
            f"SELECT {ENTRY} FROM entries WHERE id = ? AND sequence <= ? AND {seen} ORDER BY number DESC LIMIT 1",  # noqa: S608
            (id, position, *more),
        )
        return None if row is None else version_of_row(row)

    def state_at(self, position: int, *, within: AccessScope | None = None) -> Iterator[Version]:
        """The version of every record that was living at a position."""
        seen, more = seen_entries(within, now=self._now)
        rows = self._rows(
            "SELECT max(sequence) FROM entries WHERE sequence <= ? GROUP BY id ORDER BY 1", (position,)
        )
        for (sequence,) in rows:
            row = self._row(
                f"SELECT {ENTRY} FROM entries WHERE sequence = ? AND NOT deleted AND {seen}",  # noqa: S608
                (sequence, *more),
            )
            if row is not None:
                yield version_of_row(row)

    def since(self, sequence: int) -> Iterator[Version]:
        """Every version after a position of the journal, in order."""
        while True:
            rows = self._rows(
                f"SELECT {ENTRY} FROM entries WHERE sequence > ? ORDER BY sequence LIMIT 200",  # noqa: S608
                (sequence,),
            )
            if not rows:
                return
            for row in rows:
                yield version_of_row(row)
            sequence = rows[-1][0]

    def changed_since(self, sequence: int) -> Sequence[str]:
        """Ids of the records that have entries after a position, each once."""
        return [id for (id,) in self._rows("SELECT DISTINCT id FROM entries WHERE sequence > ?", (sequence,))]

    def summaries(
        self, *, type: str | None = None, q: str | None = None, after: str | None = None, limit: int = 100,
        within: AccessScope | None = None,
    ) -> Sequence[RecordSummary]:  # fmt: skip
        """Living records in the order of their ids, from the one after `after`; `q` searches their text."""
        seen, values = seen_records(within, id="records.id", now=self._now)
        where = ["deleted = 0", seen]
        if type is not None:
            where.append("type = ?")
            values.append(type)
        if after is not None:
            where.append("id > ?")
            values.append(after)
        if q is not None and (words := re.findall(r"\w+", q)):
            where.append("id IN (SELECT id FROM words WHERE text MATCH ?)")
            values.append(" ".join(f'"{word}"*' for word in words))
        rows = self._rows(
            f"SELECT {RECORD} FROM records WHERE {' AND '.join(where)} ORDER BY id LIMIT ?",  # noqa: S608
            (*values, limit),
        )
        return [summary_of_row(row) for row in rows]

    def counts(self, *, within: AccessScope | None = None) -> Mapping[str, int]:
        """How many living records there are of each type, by the name of the type."""
        seen, values = seen_records(within, id="records.id", now=self._now)
        return dict(
            self._rows(
                f"SELECT type, count(*) FROM records WHERE deleted = 0 AND {seen} GROUP BY type ORDER BY type",  # noqa: S608
                values,
            )
        )

    def unsound(self) -> Iterator[str]:
        """What does not fit together in the file, in words."""
        with self._lock:
            yield from unsound(self._connection)

    def _check_end(self, path: Path | str) -> None:
        """Refuse a journal that lacks what was acknowledged."""
        known = self._mark.read() if self._mark is not None else None
        if known is None or known[0] == 0:
            return
        row = self._row("SELECT hash FROM entries WHERE sequence = ?", (known[0],))
        if row is None or row[0] != known[1]:
            what = f"ends at entry {self.head}" if row is None else f"has another entry {known[0]}"
            raise DataFolderDamaged(
                f"{path} {what}, but entry {known[0]} was acknowledged with the hash {known[1][:12]}…. "
                "Restore a backup with `imagegraph restore`. If nothing better is left, move "
                f"{self._mark.path if self._mark else ''} away and run `imagegraph rebuild`: "
                "what was acknowledged since is lost then.",
                path=str(path), sequence=known[0],
            )  # fmt: skip

    def states(self) -> Mapping[str, int]:
        """How many records are `live` and how many `deleted`."""
        row = self._row("SELECT count(*) - coalesce(sum(deleted), 0), coalesce(sum(deleted), 0) FROM records")
        return {"live": row[0], "deleted": row[1]} if row else {}

    # ------------------------------------------------------------------ writing

    def confirm_writable(self) -> None:
        """Write the number of the file's layout anew, as it is: a page, put on disk, that changes nothing."""
        if not self._lock.acquire(timeout=_LOCK_SECONDS):
            raise DataFolderError(f"The journal has not been free to write for {_LOCK_SECONDS:g} s.")
        try:
            row = self._row("PRAGMA user_version") or (0,)
            self._connection.execute(f"PRAGMA user_version = {int(row[0])}")
        except sqlite3.Error as error:
            raise DataFolderError(f"The journal cannot be written ({error}).") from error
        finally:
            self._lock.release()

    def _accept(
        self, record: PreparedRecord, *, agent: str, reason: str, project: str | None
    ) -> Version | None:
        known = self._find_by("id", record.id)
        if known is not None and not known.deleted and known.digest == record.digest:
            return None
        entry = Version(
            sequence=0, id=record.id, iri=record.iri, about=record.about, type=record.type, title=record.title,
            number=known.version + 1 if known else 1, at="", agent=agent, reason=reason, source=record.source,
            format=record.format, digest=record.digest, ntriples=record.ntriples, report=record.report,
            previous_hash="", hash="",
        )  # fmt: skip
        if known is None:
            place_new(self._connection, record.id, project)
        return self._write(entry, created=known.created if known else None, text=searchable_text(record))

    def _living(self, id: str) -> RecordSummary:
        """The state of a record that can be deleted."""
        known = self.find(id)
        if known is None:
            raise NotFound(f"There is no record {id!r}.", id=id)
        if known.deleted:
            raise Gone(f"The record {id!r} was deleted on {known.modified}.", id=id)
        return known

    def _bury(self, known: RecordSummary, *, agent: str, reason: str) -> Version:
        last = self.version(known.id)
        entry = replace(
            last, number=last.number + 1, agent=agent, reason=reason, ntriples=b"", digest="",
            deleted=True, report=Report(),
        )  # fmt: skip
        return self._write(entry, created=known.created, text=None)

    def _write(self, entry: Version, *, created: str | None, text: str | None) -> Version:
        last = self._row("SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1") or (0, "")
        entry = replace(entry, sequence=last[0] + 1, previous_hash=last[1], at=self._now())
        entry = replace(entry, hash=entry.expected_hash())
        self._last = (entry.sequence, entry.hash)
        execute = self._connection.execute
        execute(
            f"INSERT INTO entries ({ENTRY}) VALUES ({','.join('?' * 18)})",  # noqa: S608
            (
                entry.sequence,
                entry.id,
                entry.iri,
                entry.about,
                entry.type,
                entry.title,
                entry.number,
                entry.at,
                entry.agent,
                entry.reason,
                entry.source,
                entry.format,
                entry.digest,
                zlib.compress(entry.ntriples, 1),
                json.dumps(entry.report.as_dict(), ensure_ascii=False),
                entry.previous_hash,
                entry.hash,
                int(entry.deleted),
            ),
        )
        execute(
            f"INSERT OR REPLACE INTO records ({RECORD}) VALUES (?,?,?,?,?,?,?,?,?,?)",  # noqa: S608
            (
                entry.id,
                entry.iri,
                entry.about,
                entry.type,
                entry.title,
                entry.number,
                created or entry.at,
                entry.at,
                entry.digest,
                int(entry.deleted),
            ),
        )
        if entry.number > 1:
            execute("DELETE FROM words WHERE id = ?", (entry.id,))
        if text is not None:
            execute("INSERT INTO words (id, text) VALUES (?, ?)", (entry.id, text))
        self._also(self._connection, entry)
        return entry

    def _in_transaction(self, work: Callable[[], T]) -> T:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._last = None
                result = work()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise DataFolderError(
                f"The journal could not be written ({error}); nothing was stored."
            ) from error
        if self._mark is not None and self._last is not None:
            self._mark.write(*self._last)
        return result

    def _find_by(self, column: str, value: str, *, within: AccessScope | None = None) -> RecordSummary | None:
        seen, more = seen_records(within, id="records.id", now=self._now)
        row = self._row(
            f"SELECT {RECORD} FROM records WHERE {column} = ? AND {seen} ORDER BY deleted, id LIMIT 1",  # noqa: S608
            (value, *more),
        )
        return None if row is None else summary_of_row(row)

    def _row(self, statement: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        rows = self._rows(statement, values)
        return rows[0] if rows else None

    def _rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                if self._connection.in_transaction:  # said by the writer
                    raise
                raise unusable("journal.sqlite", error) from error
