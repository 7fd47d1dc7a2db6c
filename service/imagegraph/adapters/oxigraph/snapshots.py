"""How old the copy of the graph is that questions are answered from."""

from __future__ import annotations

import time
from pathlib import Path


def snapshot_age(folder: Path) -> float | None:
    """Seconds since the newest copy in the folder of snapshots was made; None when there is none.

    A copy that is old means that nothing was written since, or that nobody has asked since.
    """
    copies = (copy for copy in folder.iterdir() if copy.name.isdecimal()) if folder.is_dir() else ()
    made = [_made(copy) for copy in copies]
    return max(0.0, time.time() - max(made)) if made else None


def _made(copy: Path) -> float:
    try:
        return copy.stat().st_mtime
    except FileNotFoundError:  # swept away in this moment
        return 0.0
