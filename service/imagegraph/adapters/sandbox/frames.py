"""What travels over the pipes between the service and a worker: never pickle, only JSON and bytes.

One frame is `>II` (length of the JSON text, number of blobs), one `>Q` per blob (its length), the JSON
text in UTF-8, then the blobs. The JSON text is `[tag, header]`:

* `hello`  worker -> service, once: `{"confined": bool, "why": str | null}`
* `task`   service -> worker: the task's header, `task` names the function
* `item`   worker -> service: one result, more follow
* `last`   worker -> service: the only result of the task
* `done`   worker -> service: no more results
* `error`  worker -> service: a refusal, as `ImagegraphError.as_dict()`
* `failed` worker -> service: a defect, with its traceback for the log
"""

from __future__ import annotations

import json
import os
import select
import struct
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

_PREFIX = struct.Struct(">II")
_CHUNK = 1 << 16
_MOST_HEADER_BYTES = 64_000_000
_MOST_BLOBS = 10_000
_MOST_BLOB_BYTES = 1 << 31


class Frame(NamedTuple):
    """One message.

    Attributes:
        tag: what kind of message it is.
        header: JSON-serialisable values.
        blobs: bytes that belong to it.
    """

    tag: str
    header: dict[str, Any]
    blobs: list[bytes]


class PipeClosed(Exception):
    """The other side is gone, or says something that is no frame."""


class DeadlinePassed(Exception):
    """The other side did not read or write in time."""


class FramePipe:
    """Two file descriptors that carry frames.

    Args:
        incoming: descriptor that is read.
        outgoing: descriptor that is written.
    """

    def __init__(self, *, incoming: int, outgoing: int) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._buffer = bytearray()
        self._readable = select.poll()
        self._readable.register(incoming, select.POLLIN)
        self._writable = select.poll()
        self._writable.register(outgoing, select.POLLOUT)

    def send(self, frame: Frame, *, deadline: float | None = None) -> None:
        """Write one frame.

        Args:
            frame: what to write.
            deadline: on the clock of `time.monotonic`; the outgoing descriptor must then be non-blocking.

        Raises:
            PipeClosed: the other side is gone.
            DeadlinePassed: it did not read in time.
        """
        for part in _encoded(frame):
            view = memoryview(part)
            while view:
                try:
                    view = view[os.write(self._outgoing, view) :]
                except BlockingIOError:
                    _wait(self._writable, deadline)
                except OSError as error:
                    raise PipeClosed(str(error)) from error

    def receive(self, *, deadline: float | None = None) -> Frame:
        """Read one frame.

        Raises:
            PipeClosed: the other side is gone, or what it says is no frame.
            DeadlinePassed: nothing whole came in time.
        """
        header_length, count = _PREFIX.unpack(self._take(_PREFIX.size, deadline))
        if header_length > _MOST_HEADER_BYTES or count > _MOST_BLOBS:
            raise PipeClosed("the frame is larger than frames are")
        lengths = struct.unpack(f">{count}Q", self._take(8 * count, deadline)) if count else ()
        if sum(lengths) > _MOST_BLOB_BYTES:
            raise PipeClosed("the frame is larger than frames are")
        try:
            tag, header = json.loads(self._take(header_length, deadline))
        except ValueError as error:
            raise PipeClosed("the frame has no header") from error
        return Frame(tag, header, [self._take(length, deadline) for length in lengths])

    def _take(self, count: int, deadline: float | None) -> bytes:
        while len(self._buffer) < count:
            if deadline is not None:
                _wait(self._readable, deadline)
            try:
                chunk = os.read(self._incoming, max(_CHUNK, count - len(self._buffer)))
            except OSError as error:
                raise PipeClosed(str(error)) from error
            if not chunk:
                raise PipeClosed("end of file")
            self._buffer += chunk
        taken = bytes(memoryview(self._buffer)[:count])
        del self._buffer[:count]
        return taken


def _encoded(frame: Frame) -> Sequence[bytes]:
    """The bytes of a frame; small frames as one part, so that one system call writes them."""
    text = json.dumps([frame.tag, frame.header], separators=(",", ":")).encode()
    lengths = [len(blob) for blob in frame.blobs]
    head = _PREFIX.pack(len(text), len(lengths)) + struct.pack(f">{len(lengths)}Q", *lengths) + text
    if sum(lengths) <= _CHUNK:
        return [b"".join((head, *frame.blobs))]
    return [head, *frame.blobs]


def _wait(poll: select.poll, deadline: float | None) -> None:
    """Return when the descriptor is ready.

    Raises:
        DeadlinePassed: it was not in time.
    """
    left = None if deadline is None else max(0.0, (deadline - time.monotonic()) * 1000)
    if not poll.poll(left):
        raise DeadlinePassed
