"""The projects in SQLite keep the contract."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.adapters.sqlite.audit import SqliteAuditLog
from imagegraph.adapters.sqlite.projects import SqliteProjects
from imagegraph.adapters.sqlite.tokens import SqliteTokens
from imagegraph.model.projects import DEFAULT_PROJECT
from imagegraph.ports.audit import AuditLog
from imagegraph.ports.journal import Journal
from imagegraph.ports.projects import ProjectStore
from imagegraph.testing.projects import ProjectStoreContract
from imagegraph.testing.samples import sample_record


class TestSqliteProjects(ProjectStoreContract):
    """`adapters.sqlite.projects` against `ports.projects`."""

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> None:
        self.path = tmp_path / "journal.sqlite"

    def open_projects(self) -> tuple[ProjectStore, Journal, AuditLog]:
        """All on one file."""
        journal = SqliteJournal(self.path)
        return SqliteProjects(self.path), journal, SqliteAuditLog(self.path)


def test_what_was_there_before_projects_is_in_the_default_one(tmp_path: Path) -> None:
    """Records of an earlier release are private to the default project, and its tokens go on seeing them."""
    path = tmp_path / "journal.sqlite"
    journal, tokens = SqliteJournal(path), SqliteTokens(path)
    journal.append([sample_record("a")], agent="Ada", reason="-")
    _, reader = tokens.create("reader", scope="read", expires=None)
    person = tokens.admit("0000-0002-1825-0097", scope="write", expires=datetime(2099, 1, 1, tzinfo=UTC))
    journal.close()
    with sqlite3.connect(path) as connection:  # as that release left it
        connection.execute("DROP TABLE placements")
        connection.execute("DROP TABLE projects")
    projects = SqliteProjects(path)
    found = projects.placement("a")
    assert found is not None
    assert (found.project, found.public_from) == (DEFAULT_PROJECT, None)
    assert projects.members(DEFAULT_PROJECT) == {reader.member: "reader", person.member: "editor"}
    projects.withdraw(DEFAULT_PROJECT, reader.member, agent="Ada")
    projects.close()
    assert SqliteProjects(path).roles_of(reader.member) == {}, "who was shut out comes back with a restart"


def test_projects_can_be_opened_before_there_is_a_journal(tmp_path: Path) -> None:
    """The first command on a new folder may be one about projects."""
    path = tmp_path / "journal.sqlite"
    SqliteProjects(path).close()
    journal = SqliteJournal(path)
    journal.append([sample_record("a")], agent="Ada", reason="-")
    assert SqliteProjects(path).placement("a") is not None
