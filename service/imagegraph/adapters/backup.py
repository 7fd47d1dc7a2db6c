"""The files of a backup: copied while others write, put on disk, and compared with what the manifest says.

A database is copied by SQLite's own online backup (https://www.sqlite.org/backup.html), in one read transaction:
writers go on meanwhile, and the copy is the state of one moment, whatever stands in the write-ahead log.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from imagegraph.errors import DataFolderDamaged, DataFolderError, DataFolderLocked
from imagegraph.operations.backup import MANIFEST, BackupFile, Manifest, check_names, parse_manifest

_PIECE = 1 << 20


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """A hidden folder beside a target that becomes the target when all went well, else is deleted.

    So a folder of that name is never there by half, whenever the power fails.

    Raises:
        DataFolderError: the target holds something, or cannot be written.
        DataFolderLocked: another process makes the same target.
    """
    target = target.absolute()
    refuse_filled(target)
    draft = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target.with_name(f".{target.name}.lock"), target):
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir(mode=0o700)
            try:
                yield draft
                _sync_folder(draft)
                refuse_filled(target)
                with suppress(FileNotFoundError):
                    target.rmdir()
                draft.rename(target)
                _sync_folder(target.parent)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise DataFolderError(
            f"{target} cannot be written: {error.strerror or error}. Nothing was left there.",
            path=str(target),
        ) from error


def refuse_filled(target: Path) -> None:
    """Refuse a target that is there and is not an empty folder.

    Raises:
        DataFolderError: it is.
    """
    try:
        if not os.path.lexists(target) or (target.is_dir() and not any(target.iterdir())):
            return
    except OSError as error:
        raise DataFolderError(f"{target} cannot be used: {error.strerror}.", path=str(target)) from error
    raise DataFolderError(
        f"{target} is there already and is not an empty folder; nothing is ever overwritten. "
        "Name a folder that does not exist.",
        path=str(target),
    )


def copy_database(source: Path, target: Path) -> None:
    """Copy a SQLite file that others may be writing, as it is at one moment, into one file on disk.

    Raises:
        DataFolderDamaged: it cannot be read as a database.
    """
    try:
        with (
            closing(
                sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=30)
            ) as reading,
            closing(sqlite3.connect(target, isolation_level=None)) as writing,
        ):
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise DataFolderError(f"{source} cannot be copied ({error}).", path=str(source)) from error
    except sqlite3.DatabaseError as error:
        raise DataFolderDamaged(
            f"{source} cannot be read ({error}); no backup was made. Restore an earlier one.",
            path=str(source),
        ) from error
    put_on_disk(target)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file and put it on disk."""
    shutil.copyfile(source, target)
    put_on_disk(target)


def put_on_disk(path: Path) -> None:
    """Return when the content of a file is on disk; only its owner may read it."""
    with path.open("rb+") as file:
        os.fchmod(file.fileno(), 0o600)
        os.fsync(file.fileno())


def described(path: Path) -> BackupFile:
    """Size and digest of a file."""
    total, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total.update(piece)
            size += len(piece)
    return BackupFile(bytes=size, sha256=total.hexdigest())


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Put the manifest into the folder, and on disk."""
    path = folder / MANIFEST
    path.write_text(json.dumps(manifest.as_dict(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    put_on_disk(path)


def read_backup(folder: Path) -> Manifest:
    """The manifest of a backup whose files are all there, to the last bit.

    Raises:
        DataFolderDamaged: something is missing or has changed; the message says what.
        DataFolderError: there is no backup, or it cannot be read.
    """
    place = folder / MANIFEST
    try:
        manifest = parse_manifest(place.read_bytes(), place=str(place))
        check_names(manifest, place=str(place))
        for name, expected in manifest.files.items():
            _check(folder / name, expected)
    except FileNotFoundError as error:
        raise DataFolderError(
            f"{folder} is no complete backup: there is no {Path(error.filename).name}.", path=str(folder)
        ) from error
    except OSError as error:
        raise DataFolderError(f"{folder} cannot be read: {error.strerror}.", path=str(folder)) from error
    return manifest


def _check(path: Path, expected: BackupFile) -> None:
    found = described(path)
    if found != expected:
        what = (
            f"has {found.bytes} bytes instead of {expected.bytes}"
            if found.bytes != expected.bytes
            else f"has another content than when it was written (sha256 {found.sha256[:12]}…, "
            f"not {expected.sha256[:12]}…)"
        )
        raise DataFolderDamaged(f"{path} {what}. Nothing was restored; take another backup.", path=str(path))


@contextmanager
def _alone(path: Path, target: Path) -> Iterator[None]:
    """Hold a file while a target is made, so that nobody else makes the same one."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataFolderLocked(
                f"Another process is making {target} at the moment.", path=str(target)
            ) from None
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
