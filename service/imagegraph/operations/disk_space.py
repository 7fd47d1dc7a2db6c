"""Whether the disk of the data folder has room: nothing is accepted any more before it is full.

What was accepted has to be projected, copied for questions and put on disk, and the log and the operating system want some
room, too. So the last of it is not given away.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from imagegraph.errors import DataFolderError

#: how long a measurement is good, seconds
GOOD_SECONDS = 1.0


class DiskSpace:
    """Measures the free space of a folder's disk. Safe to use from several threads.

    Args:
        folder: on the disk.
        least_free: bytes that have to be free.
        measure: bytes that are free on the disk of a folder.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        folder: Path,
        *,
        least_free: int,
        measure: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._least_free = folder, least_free
        self._measure, self._clock = measure, clock
        #: until when a measurement is good, and what was measured
        self._known: tuple[float, int] | None = None

    @property
    def free_bytes(self) -> int:
        """Bytes that are free, or were a moment ago.

        Raises:
            OSError: it cannot be told.
        """
        known = self._known
        if known is None or self._clock() >= known[0]:
            known = self._known = self._clock() + GOOD_SECONDS, self._measure(self._folder)
        return known[1]

    @property
    def shortage(self) -> str | None:
        """Why nothing is accepted; None when there is room.

        Raises:
            OSError: it cannot be told.
        """
        if self.free_bytes >= self._least_free:
            return None
        return f"Less than {self._least_free:,} bytes are free (IMAGEGRAPH_DISK_FREE_BYTES)."

    def confirm(self) -> None:
        """Return when there is room for more records.

        Raises:
            DataFolderError: there is none, or it cannot be told.
        """
        try:
            shortage = self.shortage
        except OSError as error:
            raise DataFolderError(f"The disk of the data folder cannot be read ({error}).") from error
        if shortage is not None:
            raise DataFolderError(
                f"The disk of the data folder is almost full, so nothing was stored. {shortage} "
                "Reading goes on, and writing does once there is room.",
                free_bytes=self.free_bytes,
            )
