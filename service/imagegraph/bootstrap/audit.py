"""The log of who did what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from imagegraph.bootstrap.configuration import make_folder
from imagegraph.ports.audit import AuditLog
from imagegraph.settings import Settings


@contextmanager
def open_audit(settings: Settings) -> Iterator[AuditLog]:
    """The audit log of a data folder, also while a service runs over it.

    Raises:
        DataFolderError: it cannot be used.
    """
    from imagegraph.adapters.sqlite.audit import SqliteAuditLog

    make_folder(settings)
    audit = SqliteAuditLog(settings.data / "journal.sqlite")
    try:
        yield audit
    finally:
        audit.close()
