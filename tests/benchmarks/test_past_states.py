"""How long an earlier state takes to be made for a question, for docs/api.md."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from imagegraph.adapters.oxigraph.past import PastStores
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.operations.history.past import graphs_at
from imagegraph.testing.samples import sample_record

RECORDS, STATEMENTS = 1_000, 200


@pytest.mark.benchmark
def test_making_an_earlier_state(tmp_path: Path) -> None:
    """A store for a position is made from a thousand records of 200 statements."""
    journal = SqliteJournal(tmp_path / "journal.sqlite")
    for start in range(0, RECORDS, 100):
        records = [sample_record(f"r{n}", statements=STATEMENTS) for n in range(start, start + 100)]
        journal.append(records, agent="-", reason="-")
    stores = PastStores(tmp_path / "past", seconds=1)
    started = time.monotonic()
    folder = stores.holding(
        "now",
        lambda: graphs_at(
            journal, journal.head, base="http://localhost:8000/", used_terms=lambda _: b"", most_bytes=10**9
        ),
    )
    seconds = time.monotonic() - started
    size = sum(file.stat().st_size for file in folder.iterdir())
    bytes_ = sum(len(version.ntriples) for version in journal.since(0))
    print(
        f"{RECORDS} records, {bytes_ / 1e6:.1f} MB of N-Triples: {seconds:.2f} s, {size / 1e6:.1f} MB on disk"
    )
    stores.close()
