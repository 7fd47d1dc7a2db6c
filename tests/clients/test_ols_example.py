"""The example of the manual for a client of OLS."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "api.md"


def test_the_example_of_the_manual(address: str, tmp_path: Path) -> None:
    """It runs as it stands, but for the address, and prints what its comments say."""
    (example,) = re.findall(r"^```python\n(from ols_client .*?)^```", PAGE.read_text(), re.M | re.S)
    script = tmp_path / "example.py"
    script.write_text(example.replace("http://localhost:8000", address))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(script)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == re.findall(r"^# (.*)$", example, re.M)
