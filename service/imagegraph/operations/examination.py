"""What `imagegraph doctor` looks at."""

from __future__ import annotations

import fcntl
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from imagegraph import resources
from imagegraph.errors import ImagegraphError
from imagegraph.settings import Settings

_PACKAGES = ("imagegraph", "pyoxigraph", "rdflib", "pyshacl", "fastapi", "uvicorn")
_FREE_BYTES = 500_000_000


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    what: str
    healthy: bool
    found: str


def examine(settings: Settings) -> Iterator[Check]:
    """Look at the interpreter, the packages, the packaged resources, the sandbox and the data folder."""
    yield Check(what="Python", healthy=sys.version_info >= (3, 11), found=platform.python_version())
    for name in _PACKAGES:
        try:
            yield Check(what=name, healthy=True, found=version(name))
        except PackageNotFoundError:
            yield Check(what=name, healthy=False, found="not installed; install imagegraph again")
    try:
        yield Check(what="packaged resources", healthy=True, found=str(resources.root()))
    except ImagegraphError as error:
        yield Check(what="packaged resources", healthy=False, found=error.detail)
    yield Check(what="SQLite", healthy=_full_text(), found=f"{sqlite3.sqlite_version} with full-text search")
    yield _sandbox()
    yield from _folder(settings.data)


def _full_text() -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


def _sandbox() -> Check:
    status = Path("/proc/self/status")
    supported = status.is_file() and "Seccomp:" in status.read_text("utf-8")
    known = platform.machine() in ("x86_64", "aarch64")
    return Check(
        what="sandbox",
        healthy=True,
        found="workers have no network (seccomp)"
        if supported and known
        else "no seccomp here: SERVICE and LOAD are refused by reading the query only",
    )


def _folder(folder: Path) -> Iterator[Check]:
    nearest = folder.absolute()
    while not os.path.exists(nearest):  # noqa: PTH110 - False, not an error, where one may not look
        nearest = nearest.parent
    writable = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    found = "not writable; change its owner, or choose another with --data"
    if writable:
        holder = _holder(folder)
        found = (
            f"in use by {holder}" if holder else "ready" if nearest == folder.absolute() else "not made yet"
        )
    yield Check(what=f"data folder {folder}", healthy=writable, found=found)
    free = shutil.disk_usage(nearest).free
    yield Check(what="free disk", healthy=free >= _FREE_BYTES, found=f"{free / 1e9:.1f} GB")


def _holder(folder: Path) -> str | None:
    """The process that holds a data folder."""
    try:
        with (folder / "lock").open(encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return file.read().strip() or "another process"
    except OSError:
        return None
    return None
