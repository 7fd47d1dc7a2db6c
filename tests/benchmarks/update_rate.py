"""How long SPARQL updates take: one record, a hundred, all.

    python tests/benchmarks/update_rate.py [NUMBER]

NUMBER (1,000) records of 200 statements are handed in to a service in this process, whose workers are processes as always.
Each update is sent over the API; the seconds are those until the answer, with the journal on disk and the graph
following. The plain script beside it replaces the graphs of the same records in a store of the engine and keeps nothing:
no history, no rules. The ratio of the two holds on any machine, the seconds only on this one.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Store
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.model.records import Document
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

_RENAME = """DELETE {{ GRAPH ?g {{ ?s schema:name ?n }} }} INSERT {{ GRAPH ?g {{ ?s schema:name ?new }} }}
WHERE {{ {{ SELECT ?g ?s ?n {{ GRAPH ?g {{ ?s a ig:Study ; schema:name ?n }} }} LIMIT {} }} BIND(CONCAT(?n, "!") AS ?new) }}"""


def documents(number: int) -> list[Document]:
    """Studies of 200 statements."""
    made = []
    for n in range(number):
        details = "".join(
            f'<http://e/{n}/{k}> <http://e/p{k % 5}> "value {k}", {k}.50 .\n' for k in range(99)
        )
        head = f'<https://doi.org/10.5072/s{n}> a <https://w3id.org/imagegraph/Study> ; <http://schema.org/name> "{n}" .\n'
        made.append(Document(name=f"{n}.ttl", content=(head + details).encode(), media_type="text/turtle"))
    return made


def plain(services: Services, folder: Path, *, most: int) -> float:
    """Seconds to replace the graphs of so many records by the engine alone."""
    store = Store(str(folder))
    versions = [services.journal.version(known.id) for known in services.journal.summaries(limit=most)]
    start = time.perf_counter()
    for version in versions:
        body = version.ntriples.decode()
        store.update(
            f"DROP SILENT GRAPH <{version.iri}>; INSERT DATA {{ GRAPH <{version.iri}> {{ {body} }} }}"
        )
    store.flush()
    return time.perf_counter() - start


def main() -> None:
    """Make, measure, print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with (
        TemporaryDirectory() as folder,
        open_services(Settings(data=Path(folder, "data"), query_rate=0)) as services,
    ):
        kept = list(services.ingest.take(documents(number), agent="benchmark", reason="-"))
        client = TestClient(create_app(services), client=("127.0.0.1", 50_000))
        client.post("/sparql", data={"update": "DELETE WHERE { GRAPH ?g { ?s <http://e/nothing> ?o } }"})
        for many in sorted({1, min(100, number), number}):
            before, start = services.journal.head, time.perf_counter()
            client.post("/sparql", data={"update": _RENAME.format(many)}).raise_for_status()
            ours = time.perf_counter() - start
            theirs = plain(services, Path(folder, f"plain-{many}"), most=many)
            print(
                f"{services.journal.head - before:>6,} of {len(kept):,} records  {ours:7.2f} s   plain {theirs:6.2f} s"
            )
        start = time.perf_counter()
        client.post("/sparql", data={"update": "DROP ALL"}).raise_for_status()
        print(f"DROP ALL                {time.perf_counter() - start:7.2f} s")


if __name__ == "__main__":
    main()
