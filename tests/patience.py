"""How long a test waits for what should be there by now, on a machine that may have other things to do."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def slowness() -> float:
    """How many processes want each processor, at least 1: the average of the last minute or the number now."""
    waiting = os.getloadavg()[0]
    with suppress(OSError):  # only Linux has it
        waiting = max(waiting, float(Path("/proc/loadavg").read_text().split()[3].partition("/")[0]))
    return max(1.0, waiting / (os.cpu_count() or 1))


def grace(seconds: float = 1.0) -> float:
    """Seconds beyond a deadline: as many as are given on a machine that does nothing else, more where processes wait."""
    return seconds * slowness()
