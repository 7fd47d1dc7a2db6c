"""The journal and the index of terms in SQLite."""

from imagegraph.adapters.sqlite.journal import SqliteJournal
from imagegraph.adapters.sqlite.terms import SqliteTermIndex

__all__ = ["SqliteJournal", "SqliteTermIndex"]
