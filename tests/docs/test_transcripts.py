"""The transcripts in the README and the manual are true: their commands run, and print what is shown.

A block marked ```console holds lines `$ command`, each followed by what it prints. `...` alone on a line stands for any
lines, `…` for any text. The blocks of one page run in order, in one empty folder that shows the checkout's data folders.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def _steps(page: Path) -> Iterator[tuple[str, str]]:
    for block in _BLOCK.findall(page.read_text("utf-8")):
        command, shown = "", list[str]()
        for line in [*block.splitlines(), "$ "]:
            if line.startswith("$ "):
                if command:
                    yield command, "\n".join(shown)
                command, shown = line[2:], []
            elif command.endswith("\\"):
                command = command[:-1] + line.strip()
            else:
                shown.append(line)


def _pattern(shown: str) -> str:
    lines = []
    for line in shown.splitlines():
        if line.strip() == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(".*".join(re.escape(part) for part in line.rstrip().split("…")) + r" *\n")
    return "".join(lines)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if _BLOCK.search(page.read_text("utf-8"))], ids=lambda p: p.name
)
def test_transcripts_are_true(page: Path, tmp_path: Path) -> None:
    """Every command of a page prints what the page says."""
    for folder in ("tests", "ontologies", "queries", "shapes"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "120", "PYTHONWARNINGS": "ignore"}
    environment.pop("IMAGEGRAPH_DATA", None)
    for command, shown in _steps(page):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        printed = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
        assert re.fullmatch(_pattern(shown), printed), f"$ {command}\n{printed}{done.stderr}"
