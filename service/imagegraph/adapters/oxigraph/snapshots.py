"""How old the copy of the graph is that questions are answered from."""

from __future__ import annotations

import time
from pathlib import Path

from imagegraph.adapters.oxigraph.changes import ENDING


def snapshot_age(folder: Path) -> float | None:
    """Seconds since the newest copy in the folder of snapshots was made or changed; None when there is none.

    One that is old means that nothing was written since, or that nobody has asked since.
    """
    if not folder.is_dir():
        return None
    made = [_made(copy) for copy in folder.iterdir() if copy.name.removesuffix(ENDING).isdecimal()]
    return max(0.0, time.time() - max(made)) if made else None


def _made(copy: Path) -> float:
    try:
        return copy.stat().st_mtime
    except FileNotFoundError:  # swept away in this moment
        return 0.0
