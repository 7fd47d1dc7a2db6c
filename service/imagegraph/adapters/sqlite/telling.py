"""What SQLite says, as an error of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from imagegraph.errors import DataFolderError


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Around work with a file.

    Args:
        what: what cannot be read or kept when it fails, as a reader calls it: `The tokens`.

    Raises:
        DataFolderError: SQLite refused.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise DataFolderError(f"{what} cannot be read or kept ({error}).") from error
