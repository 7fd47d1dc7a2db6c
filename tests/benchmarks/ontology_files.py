"""What the real ontology files hold, and how long reading and loading them takes.

    IMAGEGRAPH_CORPUS=/path/to/files python tests/benchmarks/ontology_files.py [FILE...]

Reading is the reader alone; loading is reading and indexing into a new file.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from imagegraph.adapters.ontologies import all_readers
from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.errors import ImagegraphError
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.loading import choose, load_file

_KINDS = (".obo", ".owl", ".ttl", ".rdf")


def measured(path: Path, folder: Path) -> str:
    """One line about a file."""
    readers = all_readers()
    try:
        started = time.perf_counter()
        parts = sum(1 for _ in choose(path, readers=readers).open(path).terms)
        read = time.perf_counter() - started
        index = SqliteTermIndex(folder / f"{path.parent.name}-{path.name}.sqlite")
        started = time.perf_counter()
        loaded = load_file(path, readers=readers, archive=index, registry=packaged_registry())
        taken = time.perf_counter() - started
        index.close()
    except ImagegraphError as error:
        return f"{path.name:<38} {type(error).__name__}: {error.detail}"
    release = loaded.release
    return (
        f"{path.name:<38} {loaded.format:<14} {release.ontology:<10} {release.terms:>8} {release.obsolete:>8}"
        f" {len(loaded.problems):>8} {read:>8.2f} {taken:>8.2f} {parts / read:>8.0f}"
    )


def main(names: list[str]) -> None:
    """Print the table."""
    files = [Path(name) for name in names]
    if not files:
        root = Path(os.environ["IMAGEGRAPH_CORPUS"]) / "ontologies"
        files = sorted(path for path in root.rglob("*") if path.suffix in _KINDS)
    print(
        f"{'file':<38} {'format':<14} {'vocabulary':<10}    terms obsolete problems   read s   load s  parts/s"
    )
    with tempfile.TemporaryDirectory() as folder:
        for path in files:
            print(measured(path, Path(folder)))
    print(f"largest resident memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
