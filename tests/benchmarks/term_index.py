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
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from generated_terms import BASE, generated_terms, mixed_queries

from imagegraph.adapters.sqlite import SqliteTermIndex
from imagegraph.errors import BadParameter
from imagegraph.model.folding import fold
from imagegraph.model.ontology import ReleaseHeader, Term
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.questions import TermSearch
from imagegraph.ports.terms import TermScope

_SMALL = 30_000
_SAMPLE = 5_000


def resident_mb() -> float:
    """Memory of this process that is not shared with files."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("RssAnon:")[1].split()[0]) / 1024


def build(path: Path, count: int) -> None:
    """Make the index and say how long it took, without the time that making up the terms takes."""
    index = SqliteTermIndex(path)
    making = making_work = 0.0

    def timed() -> Iterator[Term]:
        nonlocal making, making_work
        terms = generated_terms(count)
        while True:
            begin, worked = time.perf_counter(), time.process_time()
            batch = list(islice(terms, 1_000))
            making, making_work = (
                making + time.perf_counter() - begin,
                making_work + time.process_time() - worked,
            )
            if not batch:
                return
            yield from batch

    begin, worked = time.perf_counter(), time.process_time()
    index.add(
        "gen", header=ReleaseHeader(version="1"), terms=timed(), base=BASE, source="generated", digest="-"
    )
    seconds, worked = time.perf_counter() - begin - making, time.process_time() - worked - making_work
    index.close()
    print(
        f"{count:>9,} terms: {path.stat().st_size / 1e6:,.0f} MB, built in {seconds:.1f} s ({count / seconds:,.0f} terms/s; "
        f"{count / worked:,.0f} per second of processor time)"
    )


def search(path: Path, count: int) -> None:
    """Search it and say how long that took, by kind of text, and how much memory was added."""
    step = count // (6 * _SAMPLE) * 6 + 1  # meets all kinds of generated terms
    chosen = islice(generated_terms(count), 0, None, step)
    queries = mixed_queries(list(chosen))
    index = SqliteTermIndex(path)
    lookup = TermLookup(index, packaged_registry())
    index.candidates("warm", scope=TermScope(), limit=1)
    before = resident_mb()
    everything: list[tuple[float, float]] = []
    for name, asked in queries.items():
        times, met = [], 0
        for query in asked:
            begin = time.perf_counter()
            found = index.candidates(fold(query.text), scope=TermScope(), limit=50)
            index.copies(found)
            between = time.perf_counter()
            with suppress(BadParameter):
                lookup.search(TermSearch(q=query.text))
            times.append((between - begin, time.perf_counter() - between))
            met += query.iri in found
        everything += times
        share = f"  meant term found {met / len(asked):4.0%}" if asked[0].iri else ""
        print(f"  {name:18}{_both(times)}{share}")
    print(f"  {'all':18}{_both(everything)}")
    print(f"  memory {before:.1f} MB before, {resident_mb():.1f} MB after {2 * len(everything)} searches")
    index.close()


def _both(times: list[tuple[float, float]]) -> str:
    return f"index {_percentiles([one for one, _ in times])}   with ranking {_percentiles([all for _, all in times])}"


def _percentiles(seconds: list[float]) -> str:
    cuts = statistics.quantiles([1_000 * time for time in seconds], n=100, method="inclusive")
    return " ".join(f"p{at} {cuts[at - 1]:6.2f}" for at in (50, 95, 99)) + " ms"


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
