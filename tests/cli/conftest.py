"""The installed command in folders of its own, and a service to speak to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal, await_port, fill, free_port


@pytest.fixture(name="terminal")
def _terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture(scope="module", name="filled")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal whose data folder holds the records of `inbox`; tests only read there."""
    terminal = Terminal(tmp_path_factory.mktemp("filled"))
    fill(terminal)
    terminal.run("import", "inbox")
    return terminal


@pytest.fixture(scope="module", name="served")
def _served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, str]]:
    """A terminal with documents in `inbox`, and the address of a service that has kept nothing yet."""
    terminal = Terminal(tmp_path_factory.mktemp("served"))
    terminal.environment["IMAGEGRAPH_BASE"] = "http://localhost:8000/"
    fill(terminal)
    port = free_port()
    process = terminal.start("serve", "--port", str(port))
    try:
        await_port(port, process)
        yield terminal, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=30)
