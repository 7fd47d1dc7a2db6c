"""kill -9 in the middle of writing: nothing acknowledged is lost, nothing is half there, the next start is quick."""

from __future__ import annotations

import http.client
import itertools
import json
import random
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from serving import ask, put, started, study

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.operations.projection import verify

KILLING = Path(__file__).with_name("killing.py")
#: kills of one mode; five modes make 200 and 1,000, the last is cut in two
SHORT, LONG = 40, 200


@pytest.mark.parametrize(
    ("mode", "share"),
    [("post", 1.0), ("put", 1.0), ("delete", 1.0), ("batch", 1.0), ("rebuild", 0.5), ("restore", 0.5)],
)
@pytest.mark.parametrize(
    "kills", [pytest.param(SHORT, id="short"), pytest.param(LONG, id="long", marks=pytest.mark.soak)]
)
def test_kills_lose_nothing(tmp_path: Path, mode: str, share: float, kills: int) -> None:
    """After each kill the next start has every acknowledged version and verifies; the long form asks for 5 seconds."""
    rounds = int(kills * share)
    done = subprocess.run(
        [sys.executable, str(KILLING), str(tmp_path / "work"), mode, str(rounds), "5"],
        capture_output=True, text=True, timeout=rounds * 15,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    print(json.dumps({name: value for name, value in told.items() if value}))
    assert told["kills"] == rounds, done.stderr
    assert (told["lost"], told["torn"], told["failed"]) == ([], [], [])
    if kills == LONG:
        assert told["slowest_start"] <= 5.0
    if mode not in ("rebuild", "restore"):
        assert told["acknowledged"] > rounds


@pytest.mark.parametrize(
    "kills", [pytest.param(2, id="short"), pytest.param(40, id="long", marks=pytest.mark.soak)]
)
def test_killed_services_lose_nothing(tmp_path: Path, kills: int) -> None:
    """`imagegraph serve` is killed while clients post, put and delete; started again, it has what it acknowledged."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    kept: dict[str, tuple[int, str]] = {}
    plain, slowest, wrong = 0.0, 0.0, list[str]()
    for number in range(kills + 1):
        began = time.monotonic()
        with started(tmp_path) as (port, process):
            taken = time.monotonic() - began
            plain, slowest = (taken, 0.0) if number == 0 else (plain, max(slowest, taken))
            for id, (status, etag) in kept.items():
                answer, headers, _ = ask(port, "GET", f"/records/{id}", Accept="application/n-triples")
                if answer != status or not headers.get("etag", "").startswith(etag.rstrip('"')):
                    wrong.append(f"{id}: {answer} {headers.get('etag')} instead of {status} {etag}")
            if number == kills:
                break
            clients = [Client(port, f"{number}-{n}") for n in range(3)]
            time.sleep(chance.uniform(0.5, 1.5))
            process.kill()
            for client in clients:
                client.join()
                kept |= client.acknowledged
    print(
        json.dumps(
            {"kills": kills, "acknowledged": len(kept), "first_start": plain, "slowest_start": slowest}
        )
    )
    assert wrong == []
    assert len(kept) > kills
    if kills > 2:
        assert slowest <= 5.0 + plain, "a start after a kill takes much longer than one over an empty folder"
    settings = settings_for(tmp_path)
    with open_services(settings) as services:
        assert list(verify(services.journal, services.linking.graph, base=settings.base)) == []


class Client(threading.Thread):
    """Puts, replaces and deletes records until the service is gone.

    Attributes:
        acknowledged: id -> status and ETag that reading must give; only records without a request under way.
    """

    def __init__(self, port: int, name: str) -> None:
        super().__init__(name=name)
        self._port = port
        self.acknowledged: dict[str, tuple[int, str]] = {}
        self.start()

    def run(self) -> None:
        """Three requests about each record; what is under way when the service ends is not counted."""
        with suppress(OSError, http.client.HTTPException, ValueError):
            for number in itertools.count():
                id = f"r-{self.name}-{number}"
                _, headers, _ = put(self._port, id, study(number, id=f"https://example.org/{id}"))
                self.acknowledged[id] = (200, headers["etag"])
                if number % 3:
                    del self.acknowledged[id]
                    again = study(f"{number} again", id=f"https://example.org/{id}")
                    _, headers, _ = put(self._port, id, again, headers["etag"])
                    self.acknowledged[id] = (200, headers["etag"])
                if number % 3 == 2:
                    del self.acknowledged[id]
                    status, _, _ = ask(self._port, "DELETE", f"/records/{id}", If_Match=headers["etag"])
                    assert status == 204
                    self.acknowledged[id] = (410, "")
