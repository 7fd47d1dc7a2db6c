"""How far the journal was acknowledged, remembered outside the journal: `<data folder>/journal.head`.

SQLite drops what follows the first damaged frame of its write-ahead log (https://www.sqlite.org/walformat.html#recovery):
after a crash, one flipped bit there would take acknowledged entries away without a word. This file survives the end of
the process, so a journal that ends earlier is noticed at the next start. It is not put on disk at once: an older mark
proves less, but never a wrong thing.
"""

from __future__ import annotations

import logging
import os
import zlib
from pathlib import Path

_LOG = logging.getLogger("imagegraph")
_LENGTH = 20 + 1 + 64 + 1 + 8 + 1


class Mark:
    """The mark beside a journal.

    Args:
        path: the file; made with the first entry.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def read(self) -> tuple[int, str] | None:
        """Position and hash of the newest entry that was acknowledged; None when nobody knows."""
        try:
            text = self.path.read_bytes()
        except OSError:
            return None
        body, _, check = text.rstrip(b"\n").rpartition(b" ")
        if len(text) != _LENGTH or check != b"%08x" % zlib.crc32(body):
            _LOG.warning("%s cannot be read; that the journal is complete is not compared with it", self.path)
            return None
        position, _, digest = body.decode("ascii", "replace").partition(" ")
        return int(position), digest

    def write(self, position: int, digest: str) -> None:
        """Remember the newest entry; what goes wrong is a warning, for the journal itself has it."""
        body = b"%020d %64b" % (position, digest.encode())
        try:
            if self._file is None:
                self._file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            os.pwrite(self._file, b"%b %08x\n" % (body, zlib.crc32(body)), 0)
        except OSError as error:
            _LOG.warning("%s cannot be written: %s", self.path, error.strerror)

    def close(self) -> None:
        """Release the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
