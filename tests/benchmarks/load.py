"""Mixed reading at a fixed rate while records are written and runaway queries run: what readers notice of it.

    python tests/benchmarks/load.py [SECONDS]          # 60 unless told otherwise

A service in a process of its own holds 600 records. This process asks 150 times a second for records, pages, lists,
small queries and terms, hands 10 records a second in, and every 2 seconds a query that never ends. Latency counts from
the moment when a request was due, so that a service that stands still is not flattered. Client, server and workers
share the cores.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

READS, WRITES, RUNAWAYS = 150.0, 10.0, 0.5
RECORDS = 600
_SMALL = "SELECT ?name WHERE { <https://doi.org/10.5072/load-%d> <http://schema.org/name> ?name }"
_JOIN = (
    "SELECT ?s ?n WHERE { ?s a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> ?n ; "
    "<http://schema.org/keywords> 'keyword-%d' } LIMIT 50"
)
_RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@dataclass
class Seen:
    """What came back of one kind of request.

    Attributes:
        latencies: seconds from when it was due.
    """

    latencies: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def quantile(self, share: float) -> float:
        """The latency that this share of the requests stayed below, milliseconds."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 if ordered else 0.0


class Connections:
    """Sends requests over connections that are kept; as few instructions as will do, because the cores are shared."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def ask(self, method: str, path: str, *, headers: str = "", body: bytes = b"") -> int:
        """The status of the answer, once all of it is there; 0 when the connection broke."""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        pair = None
        for attempt in (1, 2):
            pair = self._free.pop() if self._free and attempt == 1 else None
            try:
                pair = pair or await asyncio.open_connection("127.0.0.1", self._port)
                reader, writer = pair
                writer.write(head.encode() + body)
                told = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = told.partition(b"content-length:")[2].partition(b"\r\n")[0].strip()
                await reader.readexactly(int(length or 0))
                break
            except (OSError, asyncio.IncompleteReadError):
                if attempt == 2:  # the first may have been closed by the service because nobody used it
                    return 0
        if b"connection: close" in told:
            writer.close()
        else:
            self._free.append(pair)
        return int(told[9:12])

    def close(self) -> None:
        """Close every connection."""
        for _, writer in self._free:
            writer.close()


def study(number: int, *, version: int = 0) -> bytes:
    """A study with an organism, people and a method."""
    return json.dumps(
        {
            "type": "Study", "id": f"https://doi.org/10.5072/load-{number}",
            "name": f"Nuclei of cell line {number}, seen for the {version}th time",
            "description": "Time series of dividing cells with two labels. " * 6,
            "keyword": [f"keyword-{number % 40}", "mitosis"],
            "organism": [{"id": "NCBITaxon:9606", "scientific_name": "Homo sapiens"}],
        }
    ).encode()  # fmt: skip


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """The port of a service with the defaults, in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
    environment |= {"IMAGEGRAPH_DATA": str(folder / "data"), "IMAGEGRAPH_LOG_LEVEL": "warning"}
    command = [str(Path(sys.executable).parent / "imagegraph"), "serve", "--port", str(port)]
    with (folder / "service.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5).close()
                break
            except OSError:
                if process.poll() is not None:
                    raise SystemExit((folder / "service.log").read_text("utf-8")) from None
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


class Load:
    """The requests of one run, and what came of them.

    Args:
        port: of the service.
        ids: of records that are there.
    """

    def __init__(self, port: int, ids: list[str]) -> None:
        self.seen: dict[str, Seen] = defaultdict(Seen)
        self._connections = Connections(port)
        self._ids = ids
        self._choose = random.Random(5)  # noqa: S311 - choices, no secrets
        self._numbers = itertools.count(RECORDS)
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, seconds: float) -> None:
        """Send everything when it is due, and wait for what is on its way."""
        start = asyncio.get_running_loop().time()
        await asyncio.gather(
            self._at_rate(READS, self._read, start, seconds),
            self._at_rate(WRITES, self._write, start, seconds),
            self._at_rate(RUNAWAYS, self._run_away, start, seconds),
        )
        await asyncio.wait(self._tasks, timeout=60)
        self._connections.close()

    async def _at_rate(self, rate: float, send: object, start: float, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        for number in range(int(rate * seconds)):
            due = start + number / rate
            await asyncio.sleep(due - loop.time())
            task = asyncio.create_task(send(due))  # type: ignore[operator]
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _noted(self, kind: str, due: float, *arguments: str, **others: object) -> None:
        status = await self._connections.ask(*arguments, **others)  # type: ignore[arg-type]
        seen = self.seen[kind]
        seen.latencies.append(asyncio.get_running_loop().time() - due)
        seen.statuses[status] += 1

    async def _read(self, due: float) -> None:
        id = self._choose.choice(self._ids)
        number = self._choose.randrange(RECORDS)
        paths = {
            "record, JSON-LD": (35, f"/records/{id}.jsonld"),
            "record, Turtle": (15, f"/records/{id}.ttl"),
            "record, page": (10, f"/records/{id}.html"),
            "list": (10, f"/records?limit=20&q=line+{number}"),
            "small query": (12, f"/sparql?query={quote(_SMALL % number)}"),
            "join": (5, f"/sparql?query={quote(_JOIN % (number % 40))}"),
            "named query": (3, "/queries/studies-without-licence"),
            "term search": (5, "/terms?q=confocal&limit=5"),
            "term": (5, "/terms/FBbi:00000246"),
        }
        (kind,) = self._choose.choices(list(paths), [share for share, _ in paths.values()])
        path = paths[kind][1]
        await self._noted(kind, due, "GET", path)

    async def _write(self, due: float) -> None:
        new = self._choose.random() < 0.5
        number = next(self._numbers) if new else self._choose.randrange(RECORDS)
        body = study(number, version=int(time.monotonic() * 1000))
        kind = "write, new" if new else "write, changed"
        await self._noted(
            kind, due, "POST", "/records", headers="Content-Type: application/json\r\n", body=body
        )

    async def _run_away(self, due: float) -> None:
        await self._noted("runaway", due, "GET", f"/sparql?query={quote(_RUNAWAY)}")


async def _filled(port: int) -> list[str]:
    """Hand the records in, and return their ids."""
    connections = Connections(port)
    for first in range(0, RECORDS, 4):
        answers = (
            connections.ask(
                "POST", "/records", headers="Content-Type: application/json\r\n", body=study(number)
            )
            for number in range(first, first + 4)
        )
        statuses = await asyncio.gather(*answers)
        assert set(statuses) == {201}, statuses
    connections.close()
    page = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/records?limit=1000"))
    return [one["id"] for one in page["items"]]


def measured(seconds: float) -> dict[str, Seen]:
    """What readers and writers saw of a service under this load, by kind of request; `reads` are all that read."""

    async def run(port: int) -> dict[str, Seen]:
        load = Load(port, await _filled(port))
        await asyncio.sleep(2)
        await load.run(seconds)
        return load.seen

    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as port:
        seen = asyncio.run(run(port))
    reads = Seen()
    for kind, one in seen.items():
        if kind != "runaway" and not kind.startswith("write"):
            reads.latencies += one.latencies
            reads.statuses += one.statuses
    return {**seen, "reads": reads}


def main(seconds: float = 60) -> None:
    """Print a line for each kind of request."""
    for kind, one in sorted(measured(seconds).items()):
        p50, p95, p99 = (one.quantile(share) for share in (0.5, 0.95, 0.99))
        told = ", ".join(f"{status}: {count}" for status, count in sorted(one.statuses.items()))
        print(f"{kind:<16} p50 {p50:>7.1f}  p95 {p95:>7.1f}  p99 {p99:>7.1f} ms   {told}")


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
