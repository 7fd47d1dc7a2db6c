"""The SQLite journal keeps the contract, and its own promises."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.errors import DataFolderDamaged
from imagegraph.ports.journal import Journal
from imagegraph.testing.journal import JournalContract
from imagegraph.testing.samples import sample_record


class TestSqliteJournal(JournalContract):
    """The contract on a file."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path / "journal.sqlite"

    def open_journal(self) -> Journal:
        """A journal in a new file."""
        return SqliteJournal(self._path)


def test_journal_is_there_after_reopening(tmp_path: Path) -> None:
    """What was accepted is read back by the next process."""
    journal = SqliteJournal(tmp_path / "j")
    journal.append([sample_record()], agent="Ada", reason="first")
    journal.close()
    assert SqliteJournal(tmp_path / "j").version("kidney-1").ntriples == sample_record().ntriples


def test_a_file_that_is_no_journal_is_named(tmp_path: Path) -> None:
    """Another file in its place is a clear error, not a traceback of the database."""
    (tmp_path / "j").write_bytes(b"not a database, but long enough to be one" * 100)
    with pytest.raises(DataFolderDamaged, match="not a readable journal"):
        SqliteJournal(tmp_path / "j")


def test_a_damaged_entry_is_named(tmp_path: Path) -> None:
    """An entry whose content cannot be unpacked says which one it is."""
    journal = SqliteJournal(tmp_path / "j")
    journal.append([sample_record()], agent="Ada", reason="first")
    journal.close()
    with sqlite3.connect(tmp_path / "j") as connection:
        connection.execute("UPDATE entries SET body = x'00'")
    connection.close()
    with pytest.raises(DataFolderDamaged, match=r"Entry 1 .*kidney-1"):
        SqliteJournal(tmp_path / "j").version("kidney-1")


def test_times_come_from_the_clock_it_is_given(tmp_path: Path) -> None:
    """Created stays, modified moves."""
    times = iter(["2026-01-01T00:00:00.000Z", "2026-02-02T00:00:00.000Z"])
    journal = SqliteJournal(tmp_path / "j", now=lambda: next(times))
    journal.append([sample_record()], agent="-", reason="-")
    journal.append([sample_record(title="New")], agent="-", reason="-")
    known = journal.find("kidney-1")
    assert known is not None
    assert (known.created[:7], known.modified[:7], known.version) == ("2026-01", "2026-02", 2)
