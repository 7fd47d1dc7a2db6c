"""kill -9 in the middle of writing: nothing acknowledged is lost, nothing is half there, the next start is quick."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing.py")
#: kills of one mode; five modes make 200 and 1,000, the last is cut in two
SHORT, LONG = 40, 200


@pytest.mark.parametrize(
    ("mode", "share"),
    [("post", 1.0), ("put", 1.0), ("delete", 1.0), ("batch", 1.0), ("rebuild", 0.5), ("restore", 0.5)],
)
@pytest.mark.parametrize(
    "kills", [pytest.param(SHORT, id="short"), pytest.param(LONG, id="long", marks=pytest.mark.soak)]
)
def test_kills_lose_nothing(tmp_path: Path, mode: str, share: float, kills: int) -> None:
    """After each kill the next start has every acknowledged version and verifies, within 5 seconds."""
    rounds = int(kills * share)
    done = subprocess.run(
        [sys.executable, str(KILLING), str(tmp_path / "work"), mode, str(rounds), "5"],
        capture_output=True, text=True, timeout=rounds * 15,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    print(json.dumps({name: value for name, value in told.items() if value}))
    assert told["kills"] == rounds, done.stderr
    assert (told["lost"], told["torn"], told["failed"]) == ([], [], [])
    assert told["slowest_start"] <= 5.0
    if mode not in ("rebuild", "restore"):
        assert told["acknowledged"] > rounds
