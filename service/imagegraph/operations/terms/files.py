"""Ontology files as bytes: decompressed, in UTF-8, without a byte order mark, and never more than a limit."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from imagegraph.errors import DocumentTooLarge, MalformedDocument, NotFound

_GZIP = b"\x1f\x8b"
_HEAD_BYTES = 65_536
#: NCBITaxon, the largest one in use, has 1.7 GB as RDF/XML
MOST_BYTES = 20_000_000_000
#: text shrinks to a tenth, hierarchies to a thirtieth; nothing honest shrinks to this part
_MOST_RATIO = 500
_RATIO_FROM = 50_000_000
_DECLARED = re.compile(rb"""^(<\?xml[^>]*?encoding\s*=\s*["'])([A-Za-z0-9._-]+)(["'])""")
_NARROW = {"utf-8", "utf8", "us-ascii", "ascii"}
#: encodings of text; Python's codecs hold others too
_ENCODINGS = re.compile(
    r"(?:iso-?8859-?|windows-?|cp-?|latin-?|koi8-|gb|big5|euc|shift|macintosh|iso-2022)[a-z0-9_-]*"
)
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The content of an ontology file; gzip is undone, other encodings become UTF-8.

    UTF-16 and UTF-32 are known by their byte order mark, others by the XML declaration.

    Raises (also while it is read):
        NotFound: there is no such file, or it cannot be opened.
        MalformedDocument: damaged gzip, or not the encoding that it says.
        DocumentTooLarge: it unpacks to more than any ontology has.
    """
    try:
        stored = path.open("rb")
    except OSError as error:
        raise NotFound(
            f"{path.name} cannot be read: {error.strerror}. Name a file.", source=path.name
        ) from None
    with stored:
        packed = stored.read(2) == _GZIP
        stored.seek(0)
        content = cast(IO[bytes], gzip.GzipFile(fileobj=stored) if packed else stored)
        yield io.BufferedReader(_Utf8(content, stored if packed else None, name=path.name), 1 << 16)


def head_of(path: Path) -> bytes:
    """The first bytes of the content, enough to tell what it is."""
    with opened(path) as content:
        return content.read(_HEAD_BYTES)


class _Utf8(io.RawIOBase):
    """Bytes of a file as UTF-8.

    Args:
        content: what is read.
        packed: the compressed file behind it, when there is one.
        name: of the file, for messages.
    """

    def __init__(self, content: IO[bytes], packed: IO[bytes] | None, *, name: str) -> None:
        self._content = content
        self._packed = packed
        self._name = name
        self._total = 0
        self._ready = self._read(200).removeprefix(codecs.BOM_UTF8)
        mark = next((mark for mark in _WIDE if self._ready.startswith(mark)), b"")
        encoding = _WIDE.get(mark) or self._declared()
        self._decoder = codecs.getincrementaldecoder(encoding)() if encoding else None
        if self._decoder:
            self._ready = self._decoded(self._ready[len(mark) :])
            self._ready = _DECLARED.sub(rb"\g<1>UTF-8\g<3>", self._ready)

    def _declared(self) -> str | None:
        """The encoding that an XML declaration names, when it is not UTF-8."""
        found = _DECLARED.match(self._ready)
        name = found[2].decode().lower() if found else "utf-8"
        if name in _NARROW or name.startswith("utf-16"):  # without a byte order mark it cannot be UTF-16
            return None
        try:
            if _ENCODINGS.fullmatch(name) is None:
                raise LookupError(name)
            return codecs.lookup(name).name
        except LookupError:
            raise MalformedDocument(
                f"{self._name} says that its encoding is {name!r}, which is not known; save it as UTF-8.",
                source=self._name,
            ) from None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; 0 at the end."""
        while not self._ready:
            block = self._read(len(buffer))
            self._ready = self._decoded(block) if self._decoder else block
            if not block:
                break
        taken = self._ready[: len(buffer)]
        self._ready = self._ready[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _decoded(self, block: bytes) -> bytes:
        assert self._decoder is not None  # noqa: S101 - only called when there is one
        try:
            return self._decoder.decode(block, final=not block).encode()
        except UnicodeError:
            raise MalformedDocument(
                f"{self._name} is not in the encoding that it begins with; save it as UTF-8.",
                source=self._name,
            ) from None

    def _read(self, size: int) -> bytes:
        try:
            block = self._content.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise MalformedDocument(
                f"{self._name} is gzip, but damaged or cut off after {self._total:,} bytes ({error}); fetch it again.",
                source=self._name,
            ) from None
        except IsADirectoryError:
            raise NotFound(f"{self._name} is a folder; name a file.", source=self._name) from None
        self._total += len(block)
        ratio = self._total / max(1, self._packed.tell()) if self._packed else 1
        if self._total > MOST_BYTES or (ratio > _MOST_RATIO and self._total > _RATIO_FROM):
            raise DocumentTooLarge(
                f"{self._name} unpacks to more than {self._total:,} bytes, far more than an ontology of its size; "
                "it was not read.",
                source=self._name,
            )
        return block
