"""A disk that is full: writing is refused with 507, reading goes on, and nothing acknowledged is lost.

The service runs over a small file system of its own in memory (tmpfs), in a mount namespace that ends with it; a ballast file
fills it up. Where the system allows no such namespace, the test is skipped and says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from serving import ask, put, served, study

_MOUNT = 'mount -t tmpfs -o size=48m none "$0" && exec "$@"'
_COUNT = "/sparql?query=" + quote(
    "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s a <https://w3id.org/imagegraph/Study> } }"
)
_ASK = "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"


@pytest.fixture(scope="module", name="namespace")
def _namespace(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The beginning of a command that runs over a file system of its own."""
    folder = tmp_path_factory.mktemp("probe")
    unshare = ("unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNT)
    if shutil.which("unshare") is None:
        pytest.skip("no unshare: a full disk cannot be made here")
    probe = subprocess.run([*unshare, str(folder), "true"], capture_output=True)
    if probe.returncode:
        pytest.skip(f"no file system of one's own here: {probe.stderr.decode().strip()}")
    return unshare


@pytest.mark.parametrize(
    "rounds", [pytest.param(3, id="short"), pytest.param(20, id="long", marks=pytest.mark.soak)]
)
def test_full_disk(tmp_path: Path, namespace: tuple[str, ...], rounds: int) -> None:
    """Each round: full, refused, read; then room again, and writing goes on without a restart."""
    disk = tmp_path / "disk"
    disk.mkdir()
    acknowledged: dict[str, str] = {}
    refused = 0
    with served(
        disk / "data", prefix=(*namespace, str(disk)), disk_free_bytes="1", query_memory_mb="512"
    ) as (port, process):
        inside = Path(f"/proc/{process}/root{disk}")
        for round in range(rounds):
            acknowledged |= _written(port, f"before-{round}", 3)
            assert ask(port, "GET", _ASK, Accept="application/sparql-results+json")[0] == 200
            _fill(inside / "ballast")
            for number in range(4):
                status, headers, _ = put(port, f"full-{round}-{number}", _large(number))
                assert status in (201, 507), f"a full disk answered {status}"
                refused += status == 507
                if status == 201:
                    acknowledged[f"full-{round}-{number}"] = headers["etag"]
            assert _read(port, acknowledged) == []
            assert ask(port, "GET", _ASK, Accept="application/sparql-results+json")[0] == 200
            (inside / "ballast").unlink()
            kept = len(acknowledged)

            def is_whole(kept: int = kept) -> bool:
                """Nobody has written since: what the graph could not take it takes when somebody looks at the readiness."""
                return ask(port, "GET", "/health/ready")[0] == 200 and _counted(port) == kept

            _await(is_whole, seconds=10)
            acknowledged |= _written(port, f"after-{round}", 2)
            assert _read(port, acknowledged) == []
    print(json.dumps({"rounds": rounds, "refused": refused, "acknowledged": len(acknowledged)}))
    assert refused >= rounds


def _written(port: int, name: str, count: int) -> dict[str, str]:
    """Records that were accepted; the service may need some seconds to notice that there is room again."""
    told = {}
    for number in range(count):
        deadline = time.monotonic() + 10
        while True:
            status, headers, answer = put(port, f"{name}-{number}", study(f"{name} {number}"))
            if status != 507 or time.monotonic() > deadline:
                break
            time.sleep(0.2)
        assert status == 201, answer
        told[f"{name}-{number}"] = headers["etag"]
    return told


def _counted(port: int) -> int:
    """How many records queries see."""
    status, _, answer = ask(port, "GET", _COUNT, Accept="text/csv")
    return int(answer.split()[1]) if status == 200 else -1


def _await(holds: Callable[[], bool], *, seconds: float) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"it did not come about within {seconds:g} s"
        time.sleep(0.2)


def _large(number: int) -> bytes:
    document = json.loads(study(number))
    document["description"] = f"{number} " + "".join(f"{n * 7919 % 100_003:05d}" for n in range(40_000))
    return json.dumps(document).encode()


def _read(port: int, acknowledged: dict[str, str]) -> list[str]:
    """Records that are not answered in the version that was acknowledged."""
    wrong = []
    for id, etag in acknowledged.items():
        status, headers, _ = ask(port, "GET", f"/records/{id}", Accept="application/n-triples")
        if status != 200 or headers["etag"].split(".")[0].strip('"') != etag.strip('"'):
            wrong.append(f"{id}: {status} {headers.get('etag')} instead of {etag}")
    return wrong


def _fill(ballast: Path) -> None:
    """Write until nothing more fits."""
    with ballast.open("wb", buffering=0) as file:
        for piece in (1 << 20, 1 << 12):
            try:
                while file.write(bytes(piece)) == piece:
                    pass
            except OSError:
                continue
