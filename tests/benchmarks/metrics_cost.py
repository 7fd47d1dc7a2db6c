"""CPU time that counting and logging add to each request; nothing but the middleware is run, so no server is needed.

    python tests/benchmarks/metrics_cost.py

The second column is the ratio to a whole request for a record, measured on the running service (`http_rate.py`), as far
as that figure is given: `python tests/benchmarks/metrics_cost.py 1100` for 1,100 requests a second.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from imagegraph.api.metrics import RequestMetrics
from imagegraph.api.request_log import RequestLog, RouteNote
from imagegraph.bootstrap.logs import configure_logging
from imagegraph.settings import Settings

_ROUTE = SimpleNamespace(path_format="/records/{id}")


async def _answer(scope: Any, receive: Any, send: Any) -> None:
    scope["route"] = _ROUTE
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


async def _away(message: Any) -> None:
    """What is sent goes nowhere."""


async def _microseconds(application: Any, *, requests: int = 20_000) -> float:
    started = time.process_time()
    for _ in range(requests):
        scope = {
            "type": "http", "method": "GET", "path": "/records/one", "root_path": "", "state": {},
            "headers": [(b"host", b"127.0.0.1"), (b"accept", b"*/*")], "client": ("127.0.0.1", 50_000),
        }  # fmt: skip
        await application(scope, None, _away)
    return 1e6 * (time.process_time() - started) / requests


def main() -> None:
    """Print the figures."""
    whole = 1e6 / float(sys.argv[1]) if len(sys.argv) > 1 else None
    metrics = RequestMetrics(SimpleNamespace(pools=()))  # type: ignore[arg-type]
    watched = RequestLog(RouteNote(_answer), metrics=metrics, trusted_proxies="")
    bare = asyncio.run(_microseconds(_answer))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stderr = nowhere
        for kind, level in (("counted", "warning"), ("counted and logged as JSON", "info")):
            configure_logging(Settings(log_format="json", log_level=level))
            more = asyncio.run(_microseconds(watched)) - bare
            share = f"   {1 + more / whole:.3f}" if whole else ""
            print(f"{kind:<27} {more:>6.1f} µs more{share}")
        sys.stderr = sys.__stderr__


if __name__ == "__main__":
    main()
