"""The installed command, run in a folder of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

COMMAND = str(Path(sys.executable).parent / "imagegraph")


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        """Standard output as JSON, which it must be as a whole."""
        return json.loads(self.output)


class Terminal:
    """Runs `imagegraph` in one folder.

    Args:
        folder: the working folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
        self.environment = {**inherited, "IMAGEGRAPH_DATA": "data"}

    def run(self, *arguments: str, input: bytes | None = None, code: int = 0, **environment: str) -> Done:
        """Run a command to its end and check its exit code."""
        done = subprocess.run(
            [COMMAND, *arguments], cwd=self.folder, env={**self.environment, **environment}, input=input,
            capture_output=True, timeout=60,
        )  # fmt: skip
        output, errors = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == code, output + errors
        assert "Traceback" not in errors
        return Done(done.returncode, output, errors)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command and leave it running."""
        return subprocess.Popen(
            [COMMAND, *arguments], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip

    def write(self, name: str, content: str | bytes) -> str:
        """Write a file into the folder; returns its name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name


def fill(terminal: Terminal) -> None:
    """Copy our own small documents of several formats into `inbox`."""
    data = Path(__file__).parents[1] / "data"
    for source in (
        "native/study.json", "native/instrument.yaml", "rocrate/zebrafish-ro-crate-metadata.json",
        "ome/confocal.ome.xml", "idr/idr9001-river-spindle/idr9001-study.txt",
        "idr/idr9001-river-spindle/experimentA/idr9001-experimentA-annotation.csv",
    ):  # fmt: skip
        terminal.write(f"inbox/{source}", (data / source).read_bytes())


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a started service listens."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the service did not start")
