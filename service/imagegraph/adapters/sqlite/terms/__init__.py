"""The index of terms: one SQLite file with tables of its own for each release."""

from imagegraph.adapters.sqlite.terms.index import SqliteTermIndex

__all__ = ["SqliteTermIndex"]
