"""How big, how quick to build and to search an index of generated terms is, and how much memory searching takes.

Run as `python tests/benchmarks/term_index.py FOLDER [TERMS]`. The index is made in FOLDER and left there, so that a
second run with the same number only searches.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from generated_terms import BASE, generated_terms, mixed_queries

from imagegraph.adapters.sqlite import SqliteTermIndex
from imagegraph.model.folding import fold
from imagegraph.model.ontology import ReleaseHeader
from imagegraph.ports.terms import TermScope

_SMALL = 30_000
_SAMPLE = 20_000


def resident_mb() -> float:
    """Memory of this process that is not shared with files."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("RssAnon:")[1].split()[0]) / 1024


def build(path: Path, count: int) -> None:
    """Make the index and say how long it took."""
    index = SqliteTermIndex(path)
    begin = time.perf_counter()
    index.add(
        "gen", header=ReleaseHeader(version="1"), terms=generated_terms(count), base=BASE, source="generated", digest="-",
    )  # fmt: skip
    seconds = time.perf_counter() - begin
    index.close()
    generating = time.perf_counter()
    for _ in generated_terms(min(count, 100_000)):
        pass
    generating = (time.perf_counter() - generating) * count / min(count, 100_000)
    print(
        f"{count:>9,} terms: {path.stat().st_size / 1e6:,.0f} MB, built in {seconds:.1f} s "
        f"({count / seconds:,.0f} terms/s; without generating them {count / (seconds - generating):,.0f})"
    )


def search(path: Path, count: int) -> None:
    """Search it and say how long that took, by kind of text, and how much memory was added."""
    queries = mixed_queries(list(islice(generated_terms(count), _SAMPLE)))
    index = SqliteTermIndex(path)
    index.candidates("warm", scope=TermScope(), limit=1)
    before = resident_mb()
    everything: list[float] = []
    for name, texts in queries.items():
        times = []
        for text in texts:
            begin = time.perf_counter()
            found = index.candidates(fold(text), scope=TermScope(), limit=50)
            index.copies(found)
            times.append((time.perf_counter() - begin) * 1000)
        everything += times
        print(f"  {name:16}{_percentiles(times)}")
    print(f"  {'all':16}{_percentiles(everything)}")
    print(f"  memory {before:.1f} MB before, {resident_mb():.1f} MB after {len(everything)} searches")
    index.close()


def _percentiles(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return "  ".join(f"{name} {cuts[at - 1]:8.2f} ms" for name, at in (("p50", 50), ("p95", 95), ("p99", 99)))


def main() -> None:
    """Both sizes, each searched in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("terms", type=int, nargs="?", default=3_000_000)
    parser.add_argument("--search", action="store_true", help="only search what is there")
    given = parser.parse_args()
    if given.search:
        search(given.folder / f"terms-{given.terms}.sqlite", given.terms)
        return
    for count in (_SMALL, given.terms):
        path = given.folder / f"terms-{count}.sqlite"
        if not path.exists():
            build(path, count)
        subprocess.run([sys.executable, __file__, str(given.folder), str(count), "--search"], check=True)


if __name__ == "__main__":
    main()
