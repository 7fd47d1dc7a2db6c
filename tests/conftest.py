"""Fixtures for every test: the corpus folder, and no network but loopback."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
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
def _log_as_before() -> Iterator[None]:
    """A command that a test ran in this process sets up the log; the next test finds it as it was."""
    ours, root = logging.getLogger("imagegraph"), logging.getLogger()
    level, handlers = ours.level, list(root.handlers)
    yield
    ours.setLevel(level)
    for handler in [
        handler for handler in root.handlers if type(handler).__module__.startswith("imagegraph.")
    ]:
        if handler not in handlers:
            root.removeHandler(handler)
