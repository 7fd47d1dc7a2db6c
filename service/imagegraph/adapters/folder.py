"""The data folder: who holds it, which IRI base it was made for, how far the graph is on disk."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path
from typing import IO, Any

from imagegraph.errors import DataFolderError, DataFolderLocked

_DESCRIPTION = "imagegraph.json"


class DataFolder:
    """A folder that one process holds from construction to `close`.

    Args:
        path: made when absent.
        base: IRI base of records; kept when the folder is new.

    Raises:
        DataFolderLocked: another process holds it; the message says which.
        DataFolderError: it cannot be made or written, or belongs to another base.
    """

    def __init__(self, path: Path, *, base: str) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(path / "lock")
        except OSError as error:
            raise DataFolderError(
                f"{path} cannot be used as a data folder: {error.strerror}.", path=str(path)
            ) from error
        known = self._read().get("base")
        if known not in (None, base):
            self.close()
            raise DataFolderError(
                f"{path} holds records named below {known}, not below {base}. "
                f"Set IMAGEGRAPH_BASE={known}, or use another folder.",
                path=str(path),
            )
        if known is None:
            self._write({"base": base, "applied": 0})

    @property
    def applied(self) -> int:
        """Position of the journal up to which the graph is known to be on disk; -1 when it is not known."""
        return int(self._read().get("applied", -1))

    @applied.setter
    def applied(self, position: int) -> None:
        self._write({**self._read(), "applied": position})

    @property
    def resolved(self) -> int:
        """Position of the kept answers of authorities up to which the graph is known to be on disk."""
        return int(self._read().get("resolved", 0))

    def checkpoint(self, *, applied: int, resolved: int) -> None:
        """Remember both positions."""
        self._write({**self._read(), "applied": applied, "resolved": resolved})

    def close(self) -> None:
        """Let another process have the folder."""
        self._lock.close()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads((self.path / _DESCRIPTION).read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return values if isinstance(values, dict) else {}

    def _write(self, values: dict[str, Any]) -> None:
        try:
            _write(self.path, values)
        except OSError as error:
            raise DataFolderError(
                f"{self.path / _DESCRIPTION} cannot be written: {error.strerror}.", path=str(self.path)
            ) from error


def describe_new(path: Path, *, base: str) -> None:
    """Say of a folder with a journal but without a graph which IRI base it was made for."""
    _write(path, {"base": base, "applied": 0})


def _write(path: Path, values: dict[str, Any]) -> None:
    draft = path / f"{_DESCRIPTION}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(values, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path / _DESCRIPTION)


def known_base(path: Path) -> str | None:
    """The IRI base a data folder was made for, None when it is no data folder yet."""
    try:
        values = json.loads((path / _DESCRIPTION).read_text("utf-8"))
        return str(values["base"])
    except (OSError, json.JSONDecodeError, KeyError, TypeError):
        return None


def _locked(path: Path) -> IO[str]:
    file = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip()
        file.close()
        raise DataFolderLocked(
            f"{path.parent} is in use by another imagegraph process{f' ({holder})' if holder else ''}. "
            "Stop it, or talk to it with --server URL.",
            path=str(path.parent),
        ) from None
    file.seek(0)
    file.truncate()
    file.write(f"process {os.getpid()}")
    file.flush()
    return file
