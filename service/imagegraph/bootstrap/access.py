"""Who may do what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from imagegraph.bootstrap.configuration import make_folder
from imagegraph.ports.tokens import TokenStore
from imagegraph.settings import Settings


@contextmanager
def open_tokens(settings: Settings) -> Iterator[TokenStore]:
    """The tokens of a data folder, also while a service runs over it; the folder is made when absent.

    Raises:
        DataFolderError: it cannot be used.
    """
    from imagegraph.adapters.sqlite.tokens import SqliteTokens

    make_folder(settings)
    tokens = SqliteTokens(settings.data / "journal.sqlite")
    try:
        yield tokens
    finally:
        tokens.close()
