"""What was changed in the graph since a copy of it was made, in a file that workers follow.

A copy takes some twenty milliseconds to make and to open; a change takes two to do again. So a copy serves for many
changes: workers that have it open do them again on a copy of their own. The file holds them one after the other, each as
a letter, the length of what follows in eight bytes, and that: N-Quads to load, or a SPARQL update.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from pyoxigraph import RdfFormat, Store

Kind = Literal["load", "update"]
_LETTERS: dict[Kind, bytes] = {"load": b"L", "update": b"U"}
_HEAD = struct.Struct(">cQ")
#: bytes after which another copy serves better, for a worker that has yet to begin does all changes again
MOST_BYTES = 4_000_000
#: changes after which it does
MOST_CHANGES = 250
#: what follows the name of a copy in that of its changes
ENDING = ".changes"


class ChangeFile:
    """The changes since a copy was made; one thread writes.

    Args:
        copy: the folder of the copy; the file lies beside it.

    Raises:
        OSError: it cannot be made.
    """

    def __init__(self, copy: Path) -> None:
        self.path = copy.with_name(copy.name + ENDING)
        self.path.write_bytes(b"")
        self.length = 0
        self.count = 0

    @property
    def is_long(self) -> bool:
        """Whether another copy serves better."""
        return self.length > MOST_BYTES or self.count >= MOST_CHANGES

    def add(self, kind: Kind, content: bytes) -> None:
        """Add a change.

        Raises:
            OSError: it cannot be written; nothing more may be added then.
        """
        entry = _HEAD.pack(_LETTERS[kind], len(content)) + content
        with self.path.open("ab", buffering=0) as file:
            if file.write(entry) != len(entry):
                raise OSError("the disk is full")
        self.length += len(entry)
        self.count += 1


class FollowingStore:
    """A copy that a worker reads, and brings to later states in a copy of its own.

    Args:
        folder: the copy; nothing in it is changed.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: Path | None = None
        self._done = 0
        self.store = Store.read_only(str(folder))

    def follow(self, changes: Path, length: int) -> None:
        """Do the changes again up to a length of their file; a later state than that is kept as it is.

        Raises:
            OSError: they cannot be read, or not be done.
        """
        if length <= self._done:
            return
        if self._own is None:
            self._own = self._folder.with_name(f"{self._folder.name}-of-{os.getpid()}")
            shutil.rmtree(self._own, ignore_errors=True)
            copy_store(self._folder, self._own)
            self.store = Store(str(self._own))
        with changes.open("rb") as file:
            file.seek(self._done)
            content = file.read(length - self._done)
        for kind, change in _entries(content):
            if kind == b"L":
                self.store.load(change, format=RdfFormat.N_QUADS)
            else:
                self.store.update(change.decode())
        self._done = length

    def close(self) -> None:
        """Release the copy, and delete the own one."""
        self.store = Store()
        if self._own is not None:
            shutil.rmtree(self._own, ignore_errors=True)


def copy_store(folder: Path, target: Path) -> None:
    """Make a folder a store of its own with what a store says that nobody writes to.

    Files of the engine that never change are shared by links, where the file system has them.

    Raises:
        OSError: a file cannot be copied; FileNotFoundError when the store was swept away.
    """
    target.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if file.name == "LOCK":
            continue
        if file.suffix == ".sst":
            with suppress(FileExistsError):
                try:
                    os.link(file, target / file.name)
                    continue
                except (FileNotFoundError, FileExistsError):
                    raise
                except OSError:
                    pass
        shutil.copyfile(file, target / file.name)


def sweep(snapshots: Path, *, kept: set[str]) -> None:
    """Delete copies with their changes, and what workers that are gone have left.

    Args:
        kept: names of the copies that stay.
    """
    for path in list(snapshots.iterdir()):
        name, _, pid = path.name.partition("-of-")
        name = name.removesuffix(ENDING)
        if pid and name.isdecimal():
            if not _is_running(pid):
                shutil.rmtree(path, ignore_errors=True)
        elif not name.isdecimal() or name in kept:
            continue
        elif path.name.endswith(ENDING):
            path.unlink(missing_ok=True)
        else:  # it leaves its place at once, so that no worker opens half of one
            leaving = path.with_name(f"{path.name}-leaving")
            with suppress(OSError):
                path.rename(leaving)
            shutil.rmtree(leaving, ignore_errors=True)


def _entries(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(content):
        letter, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        yield letter, content[at : at + size]
        at += size


def _is_running(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
