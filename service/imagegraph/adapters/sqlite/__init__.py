"""The journal in SQLite."""

from imagegraph.adapters.sqlite.journal import SqliteJournal

__all__ = ["SqliteJournal"]
