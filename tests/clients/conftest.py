"""A real service over HTTP with three small ontologies besides the starter."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from many_terms import generated_ontology

FILES = Path(__file__).parents[1] / "data" / "ols"
COMMAND = str(Path(sys.executable).parent / "imagegraph")


@pytest.fixture(scope="session", name="address")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the service: `http://127.0.0.1:12345`."""
    folder: Path = tmp_path_factory.mktemp("clients")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
    environment = {**inherited, "IMAGEGRAPH_DATA": str(folder / "data")}
    (folder / "demo.obo").write_text(generated_ontology())
    files = [str(FILES / "organelles.obo"), str(FILES / "cells.obo"), str(folder / "demo.obo")]
    subprocess.run(
        [COMMAND, "terms", "load", *files], env=environment, check=True, capture_output=True, timeout=60
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port)], env=environment, stdout=log, stderr=log
    )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 30
        while not _answers(f"{address}/ols4/api/v2/health"):
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, (folder / "log").read_text()
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=1).close()
    except OSError:
        return False
    return True
