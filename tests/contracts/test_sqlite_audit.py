"""The SQLite audit log keeps the contract, and one transaction with the journal."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.adapters.sqlite.audit import SqliteAuditLog, note_version
from imagegraph.errors import DataFolderError
from imagegraph.ports.audit import AuditLog
from imagegraph.testing.audit import AuditLogContract
from imagegraph.testing.samples import sample_record


class TestSqliteAuditLog(AuditLogContract):
    """The contract on a file."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path / "journal.sqlite"

    def open_audit(self) -> AuditLog:
        """A log in a new file."""
        return SqliteAuditLog(self._path)


def test_versions_are_noted_with_the_journal(tmp_path: Path) -> None:
    """Each accepted version has its entry; what is unchanged has none; both writers share one chain."""
    journal = SqliteJournal(tmp_path / "j", also=note_version)
    audit = SqliteAuditLog(tmp_path / "j")
    journal.append([sample_record("a"), sample_record("b")], agent="Ada", reason="secret reason")
    audit.note("token.create", agent="Ada", object="t")
    journal.append([sample_record("a")], agent="Ada", reason="again")
    journal.append([sample_record("a", title="New")], agent="Ben", reason="typo")
    journal.bury("b", agent="Ben", reason="withdrawn")
    told = [(e.sequence, e.action, e.object, e.agent, e.outcome, e.entry) for e in audit.since(0)]
    assert told == [
        (1, "record.create", "a", "Ada", "version 1", 1),
        (2, "record.create", "b", "Ada", "version 1", 2),
        (3, "token.create", "t", "Ada", "done", None),
        (4, "record.replace", "a", "Ben", "version 2", 3),
        (5, "record.delete", "b", "Ben", "version 2", 4),
    ]
    assert "secret reason" not in str(list(audit.since(0)))


def test_neither_is_there_without_the_other(tmp_path: Path) -> None:
    """When the entry cannot be written, the version is not accepted, and the chain goes on afterwards."""
    journal = SqliteJournal(tmp_path / "j", also=note_version)
    audit = SqliteAuditLog(tmp_path / "j")
    with sqlite3.connect(tmp_path / "j") as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(DataFolderError, match="full"):
        journal.append([sample_record("a")], agent="Ada", reason="-")
    with pytest.raises(DataFolderError, match="full"):
        audit.note("token.create", agent="Ada")
    assert journal.head == 0
    with sqlite3.connect(tmp_path / "j") as other:
        other.execute("DROP TRIGGER full")
    other.close()
    journal.append([sample_record("a")], agent="Ada", reason="-")
    assert [entry.sequence for entry in audit.since(0)] == [1]


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    """Another file in its place is a clear error."""
    (tmp_path / "j").write_bytes(b"not a database, but long enough to be one" * 100)
    with pytest.raises(DataFolderError, match="cannot be used"):
        SqliteAuditLog(tmp_path / "j")
