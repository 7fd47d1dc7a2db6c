"""How fast crates are imported, as a ratio to a plain script, both in one run on the same cores.

    IMAGEGRAPH_CORPUS=/path/to/files python tests/benchmarks/import_rate.py

The plain script does for each crate what anybody would write first: load the JSON-LD into Oxigraph, and judge
it with pySHACL by the shapes of the profile. imagegraph reads, maps, judges by core and profile, journals and
projects; afterwards everything can be asked. Records that the profile refuses are read, mapped and judged too.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from plain_script import plain_import

from imagegraph.bootstrap import documents_below, open_services, settings_for


def imagegraph_import(crates: list[Path], profiles: list[str]) -> tuple[float, dict[str, int]]:
    """Seconds for one import into a new data folder, workers started before, and what became of the records."""
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, open_services(settings_for(Path(folder))) as services:
        services.warm()
        documents = documents_below(crates).documents
        start = time.perf_counter()
        for outcome in services.ingest.take(documents, profiles=profiles, agent="benchmark", reason="import"):
            counts[outcome.status] = counts.get(outcome.status, 0) + 1
        services.graph.snapshot()
        return time.perf_counter() - start, counts


def main(rounds: int = 5) -> None:
    """Alternate the two and print medians."""
    import os

    crates = sorted((Path(os.environ["IMAGEGRAPH_CORPUS"]) / "gide" / "crates").glob("*.json"))
    rows: dict[str, list[float]] = {"plain": [], "core": [], "core + gide": []}
    for _ in range(rounds):
        rows["plain"].append(plain_import(crates))
        for name, profiles in (("core", []), ("core + gide", ["gide"])):
            seconds, counts = imagegraph_import(crates, profiles)
            rows[name].append(seconds)
            rows[name + " counts"] = counts  # type: ignore[assignment]
    base = median(rows["plain"])
    result = {
        "crates": len(crates),
        "plain script, crates/s": round(len(crates) / base),
        **{
            f"imagegraph ({name})": {
                "crates/s": round(len(crates) / median(rows[name])),
                "ratio": round(base / median(rows[name]), 2),
                **rows[name + " counts"],  # type: ignore[dict-item]
            }
            for name in ("core", "core + gide")
        },
        "peak memory of this process, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "peak memory of a worker, MB": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
