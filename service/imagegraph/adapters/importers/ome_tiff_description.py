"""Finds the ImageDescription of a TIFF without reading its pixels.

Classic TIFF (https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf §2) and BigTIFF
(https://www.awaresystems.be/imaging/tiff/bigtiff.html), both byte orders. Only the first image file
directory is looked at; every offset is checked against the size of the file.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from imagegraph.errors import MalformedDocument

IMAGE_DESCRIPTION = 270
#: types a description is written in: BYTE, ASCII, UNDEFINED, one byte a piece
_ONE_BYTE_TYPES = frozenset({1, 2, 7})
_BYTE_ORDERS = {b"II": "<", b"MM": ">"}
_BIG_HEADER = (8, 0)


@dataclass(frozen=True, kw_only=True)
class _Layout:
    """The struct formats of one of the two kinds of TIFF."""

    first: tuple[int, str]  # where the offset of the first directory stands, and its format
    count: str
    entry: str
    inline: int


_CLASSIC = _Layout(first=(4, "I"), count="H", entry="HHI4s", inline=4)
_BIG = _Layout(first=(8, "Q"), count="Q", entry="HHQ8s", inline=8)
_LAYOUTS = {42: _CLASSIC, 43: _BIG}


class _Reader:
    """Reads struct formats at offsets of a file, and refuses to leave it."""

    def __init__(self, file: BinaryIO, *, source: str) -> None:
        self.file = file
        self.source = source
        self.order = "<"
        self.size = file.seek(0, 2)

    def bytes_at(self, offset: int, length: int, *, what: str) -> bytes:
        if offset < 0 or length < 0 or offset + length > self.size:
            raise MalformedDocument(
                f"{self.source} is a broken TIFF: {what} should lie at byte {offset} with {length} bytes, "
                "but the file "
                f"has {self.size} bytes. It may be cut off.",
                source=self.source,
                offset=offset,
            )
        self.file.seek(offset)
        return self.file.read(length)

    def unpack(self, offset: int, form: str, *, what: str) -> tuple[int, ...]:
        form = self.order + form
        return struct.unpack(form, self.bytes_at(offset, struct.calcsize(form), what=what))


def find_description(file: BinaryIO, *, source: str) -> bytes | None:
    """The bytes of the first directory's ImageDescription up to the first NUL; None when it has none.

    Args:
        file: opened for reading bytes; it is sought in, not read whole.
        source: what reports call it.

    Raises:
        MalformedDocument: no TIFF, or one whose offsets leave the file; with `offset`.
    """
    reader = _Reader(file, source=source)
    layout = _layout(reader)
    (directory,) = reader.unpack(*layout.first, what="the offset of the first directory")
    (count,) = reader.unpack(directory, layout.count, what="the number of entries of the first directory")
    start = directory + struct.calcsize("<" + layout.count)
    width = struct.calcsize("<" + layout.entry)
    entries = reader.bytes_at(start, count * width, what="the first directory")
    for tag, kind, length, value in struct.iter_unpack(reader.order + layout.entry, entries):
        if tag != IMAGE_DESCRIPTION or kind not in _ONE_BYTE_TYPES:
            continue
        text = value[:length]
        if length > layout.inline:
            (offset,) = struct.unpack(reader.order + layout.first[1], value)
            text = reader.bytes_at(offset, length, what="the image description")
        return bytes(text.split(b"\0", 1)[0])
    return None


def _layout(reader: _Reader) -> _Layout:
    order = _BYTE_ORDERS.get(reader.bytes_at(0, min(2, reader.size), what="the header"))
    if order is None or reader.size < struct.calcsize("<2sHI"):
        raise MalformedDocument(
            f"{reader.source} is no TIFF: it does not begin with II or MM and the number 42 or 43.",
            source=reader.source,
            offset=0,
        )
    reader.order = order
    (version,) = reader.unpack(2, "H", what="the header")
    layout = _LAYOUTS.get(version)
    if layout is None or (layout is _BIG and reader.unpack(4, "HH", what="the header") != _BIG_HEADER):
        raise MalformedDocument(
            f"{reader.source} is no TIFF: it begins like one, but its version is {version}, not 42 or 43.",
            source=reader.source,
            offset=2,
        )
    return layout
