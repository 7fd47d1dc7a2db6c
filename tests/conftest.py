"""Fixtures for every test: the corpus folder, and no network but loopback."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest
from starlette.testclient import TestClient

#: where the test client says it is, unless a test says otherwise: at the machine itself, whose people own a fresh install
_HERE = ("127.0.0.1", 50_000)
TestClient.__init__.__defaults__ = tuple(
    _HERE if default == ("testclient", 50_000) else default
    for default in TestClient.__init__.__defaults__ or ()
)


@pytest.fixture(scope="session", name="corpus")
def _corpus() -> Path:
    """The folder of real files; tests that need it are skipped where it is not named."""
    named = os.environ.get("IMAGEGRAPH_CORPUS")
    if not named:
        pytest.skip("IMAGEGRAPH_CORPUS does not name the folder of real files")
    folder = Path(named).resolve()
    if not folder.is_dir():
        pytest.fail(f"IMAGEGRAPH_CORPUS names {folder}, which is no folder")
    return folder


@pytest.fixture(autouse=True)
def _log_as_at_start() -> None:
    """A command that ran in this process set up the log, maybe in a fixture; every test finds it as it is at the start."""
    ours, root = logging.getLogger("imagegraph"), logging.getLogger()
    ours.setLevel(logging.NOTSET)
    for handler in list(root.handlers):
        if type(handler).__module__.startswith("imagegraph."):
            root.removeHandler(handler)
