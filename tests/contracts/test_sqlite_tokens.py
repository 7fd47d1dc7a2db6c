"""The tokens in SQLite keep the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.adapters.sqlite.tokens import SqliteTokens
from imagegraph.ports.tokens import TokenStore
from imagegraph.testing.tokens import TokenStoreContract


class TestSqliteTokens(TokenStoreContract):
    """`adapters.sqlite.tokens` against `ports.tokens`."""

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> None:
        self.folder = tmp_path

    def open_tokens(self) -> TokenStore:
        """A connection to the file of this test."""
        return SqliteTokens(self.folder / "journal.sqlite", now=lambda: self.now)

    def everything_kept(self) -> bytes:
        """The file with its companions."""
        return b"".join(file.read_bytes() for file in self.folder.iterdir())
