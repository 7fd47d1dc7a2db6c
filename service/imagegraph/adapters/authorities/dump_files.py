"""Files that authorities publish their data in: as they are, packed with gzip, in a zip or tar archive.

Nothing is unpacked to disk; streams are read through, and what expands without measure is refused.
"""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from imagegraph.errors import DocumentTooLarge, MalformedDocument, NotFound

#: bytes that a file may expand to, whatever its size
LEAST_LIMIT = 64_000_000
#: times its own size that a file may expand to
MOST_TIMES = 100
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_BROKEN = (
    OSError, zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, UnicodeDecodeError,
    RuntimeError,  # encrypted, or packed in a way that is not known
)  # fmt: skip
_BLOCK = 1 << 16


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """What is wrong with a file is said as such.

    Raises:
        NotFound: there is no such file.
        MalformedDocument: it is damaged, encrypted, or no text in UTF-8.
    """
    try:
        yield
    except (FileNotFoundError, IsADirectoryError):
        raise NotFound(f"There is no file {path}.", path=str(path)) from None
    except _BROKEN as error:
        raise MalformedDocument(
            f"{path.name} cannot be read to its end ({error}); fetch it again.", source=path.name
        ) from error


def members(path: Path, *, endings: tuple[str, ...]) -> Iterator[tuple[str, IO[bytes]]]:
    """The streams of a file with their names: those of an archive whose name ends so, else the one that it is.

    A stream is read before the next is asked for.

    Raises:
        DocumentTooLarge: it expands to more than is plausible.
        MalformedDocument: it is an archive without such a member.
    """
    with path.open("rb") as stored:
        if stored.peek(4).startswith(_ZIP):
            found = _of_zip(stored, endings)
        else:
            plain = _unpacked(stored, name=path.name, size=path.stat().st_size)
            if plain.peek(_BLOCK)[257:262] == b"ustar":
                found = _of_tar(plain, endings)
            else:
                found = iter([(path.name, plain)])
        empty = True
        for name, stream in found:
            empty = False
            yield name.removesuffix(".gz"), stream
        if empty:
            wanted = " or ".join(f"*{ending}" for ending in endings)
            raise MalformedDocument(f"{path.name} is an archive without any {wanted}.", source=path.name)


def _of_zip(stored: IO[bytes], endings: tuple[str, ...]) -> Iterator[tuple[str, io.BufferedReader]]:
    with zipfile.ZipFile(stored) as archive:
        for found in archive.infolist():
            if not found.is_dir() and _fits(found.filename, endings):
                with archive.open(found) as stream:
                    plain = _bounded(stream, name=found.filename, size=found.compress_size)
                    yield found.filename, _unpacked(plain, name=found.filename, size=found.compress_size)


def _of_tar(stored: IO[bytes], endings: tuple[str, ...]) -> Iterator[tuple[str, io.BufferedReader]]:
    with tarfile.open(fileobj=stored, mode="r|") as archive:
        for found in archive:
            if found.isreg() and _fits(found.name, endings) and (stream := archive.extractfile(found)):
                yield found.name, _unpacked(stream, name=found.name, size=found.size)


def _fits(name: str, endings: tuple[str, ...]) -> bool:
    base = name.rpartition("/")[2].lower().removesuffix(".gz")
    return not base.startswith(".") and "__macosx" not in name.lower() and base.endswith(endings)


def _unpacked(stream: IO[bytes], *, name: str, size: int) -> io.BufferedReader:
    """The stream, gzip undone."""
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    )
    if not buffered.peek(2).startswith(_GZIP):
        return buffered
    return _bounded(cast(IO[bytes], gzip.GzipFile(fileobj=buffered)), name=name, size=size)


def _bounded(stream: IO[bytes], *, name: str, size: int) -> io.BufferedReader:
    """What is unpacked from so many bytes, no longer than is plausible."""
    limit = max(LEAST_LIMIT, MOST_TIMES * size)
    return io.BufferedReader(_Bounded(stream, limit=limit, name=name), _BLOCK)


class _Bounded(io.RawIOBase):
    """A stream that ends with an error when it is longer than it should be."""

    def __init__(self, stream: IO[bytes], *, limit: int, name: str) -> None:
        self._stream = stream
        self._limit = limit
        self._name = name
        self._read = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes.

        Raises:
            DocumentTooLarge: there are too many.
        """
        found = self._stream.read(len(buffer))
        self._read += len(found)
        if self._read > self._limit:
            raise DocumentTooLarge(
                f"{self._name} expands to more than {self._limit:,} bytes, {MOST_TIMES} times its size; "
                "it is not read any further.",
                source=self._name, limit=self._limit,
            )  # fmt: skip
        buffer[: len(found)] = found
        return len(found)
