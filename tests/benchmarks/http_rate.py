"""How many requests a second the service answers over 8 connections, beside an empty application of the same server.

    python tests/benchmarks/http_rate.py          # needs wrk

Three things are asked in turn, several rounds: a bare Starlette application that says "ok", a record as JSON-LD, and a
small SPARQL query. Client, server and workers share the cores. The last column is the ratio to the bare application.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

_BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
async def ok(request): return PlainTextResponse("ok")
uvicorn.run(Starlette(routes=[Route("/", ok)]), port=int(sys.argv[1]), log_level="error", access_log=False)
"""
_QUERY = "SELECT ?name WHERE { <https://ror.org/00examp37> <http://schema.org/name> ?name }"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, ready: str) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(url + ready, timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=30)


def _rate(url: str, *, seconds: int = 5) -> float:
    done = subprocess.run(
        ["wrk", "-t1", "-c8", f"-d{seconds}s", url], capture_output=True, text=True, check=True, timeout=60
    )
    if "Non-2xx" in done.stdout:
        raise SystemExit(f"{url} was refused:\n{done.stdout}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    assert found is not None, done.stdout
    return float(found[1])


def main(rounds: int = 3) -> None:
    """Print the medians of the rounds."""
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed (Debian: apt-get install wrk)")
    bare_port, port = _free_port(), _free_port()
    command = str(Path(sys.executable).parent / "imagegraph")
    rates: dict[str, list[float]] = {
        "bare application": [],
        "record as JSON-LD": [],
        "small SPARQL query": [],
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        _running([sys.executable, "-c", _BARE, str(bare_port)], bare_port, "/") as bare,
        _running(
            [command, "demo", "--data", f"{folder}/demo", "--port", str(port)], port, "/health/ready"
        ) as url,
    ):
        page = json.load(urllib.request.urlopen(f"{url}/records?type=Study"))
        record = f"{url}/records/{page['items'][0]['id']}.jsonld"
        for _ in range(rounds):
            rates["bare application"].append(_rate(bare + "/"))
            rates["record as JSON-LD"].append(_rate(record))
            rates["small SPARQL query"].append(_rate(f"{url}/sparql?query={quote(_QUERY)}"))
    base = median(rates["bare application"])
    for name, values in rates.items():
        print(f"{name:<20} {median(values):>8,.0f} requests/s   {median(values) / base:.2f}")


if __name__ == "__main__":
    main()
