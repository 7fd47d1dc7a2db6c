"""What it costs to see only a part: python tests/benchmarks/restricted_join.py [records] [projects]

Makes records of a hundred statements in projects, every second one public, and asks a join of type, organism and name as
anonymous, as a member of 5 and of 50 projects, and as an admin. Printed are the time of the engine alone, on the copy
that a worker would read, and of the whole way through a worker; and how long a store takes to be made and to follow
after one change.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pyoxigraph import Store

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.model.access import Caller
from imagegraph.model.projects import Role
from imagegraph.model.rdf import (
    IG,
    PREFIXES,
    RDF_TYPE,
    SCHEMA,
    Literal,
    NamedNode,
    Triple,
    digest_of,
    to_ntriples,
)
from imagegraph.model.records import PreparedRecord
from imagegraph.operations.naming import record_iri
from imagegraph.operations.projection import catch_up
from imagegraph.operations.projects.seeing import services_for
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query

T = TypeVar("T")
_STATEMENTS, _TIMES = 100, 15
_TAXA = [NamedNode(f"http://purl.obolibrary.org/obo/NCBITaxon_{7_900 + number}") for number in range(100)]
JOIN = """SELECT ?study ?title WHERE {
  ?study a ig:Study ; ig:organism <http://purl.obolibrary.org/obo/NCBITaxon_7955> ; schema:name ?title
}"""


def main() -> None:
    """Print the table."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    projects = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with TemporaryDirectory() as folder, open_services(settings_for(Path(folder))) as services:
        _fill(services, records=records, projects=projects)
        for name, count in (("anonymous", 0), ("member of 5", 5), ("member of 50", 50), ("admin", None)):
            _measure(services, name, count)


def _measure(services: Services, name: str, count: int | None) -> None:
    roles: dict[str, Role] = {f"p{number}": "reader" for number in range(count or 0)}
    caller = Caller("bench", "admin" if count is None else "read", roles=roles)
    seen = services_for(services, caller)
    made, state = _timed(lambda: seen.graph.snapshot(whole=True))
    store = Store.read_only(str(state.folder))
    engine = statistics.median(_timed(lambda: _asked(store))[0] for _ in range(_TIMES))
    query = Query(text=JOIN, accept="text/csv")
    whole = statistics.median(_timed(lambda: seen.query_runner.run(query))[0] for _ in range(_TIMES))
    _change(services)
    followed, _ = _timed(seen.graph.snapshot)
    print(
        f"{name:13} {len(store):>10,} quads: engine {1000 * engine:6.2f} ms, through a worker {1000 * whole:6.1f} ms; "
        f"store ready after {made:6.2f} s, one change followed in {1000 * followed:5.0f} ms"
    )


def _asked(store: Store) -> int:
    return len(list(store.query(JOIN, prefixes=PREFIXES)))  # type: ignore[arg-type]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def _fill(services: Services, *, records: int, projects: int) -> None:
    chance = random.Random(1)  # noqa: S311
    for project in range(projects):
        services.projects.create(f"p{project}", title="", agent="bench")
    started, before = time.perf_counter(), services.journal.head
    for project in range(projects):
        made = [_record(services, f"p{project}~r{n}", chance) for n in range(project, records, projects)]
        services.journal.append(made, agent="bench", reason="bench")
    catch_up(services.journal, services.linking.graph, after=before)
    for number in range(0, records, 2):
        id = f"p{number % projects}~r{number}"
        services.projects.place(id, public_from=services.now(), agent="bench", action="record.publish")
    print(f"{records:,} records in {projects} projects written in {time.perf_counter() - started:.0f} s")


def _change(services: Services) -> None:
    before = services.journal.head
    record = _record(services, "p1~r1", random.Random(before))  # noqa: S311
    services.journal.append([record], agent="bench", reason="change")
    catch_up(services.journal, services.linking.graph, after=before)


def _record(services: Services, id: str, chance: random.Random) -> PreparedRecord:
    iri = record_iri(services.settings.base, id)
    subject = NamedNode(iri)
    triples = [
        Triple(subject, RDF_TYPE, IG.Study), Triple(subject, IG.organism, chance.choice(_TAXA)),
        Triple(subject, SCHEMA.name, Literal(f"Study {id} {chance.random()}")),
    ]  # fmt: skip
    for number in range((_STATEMENTS - 3) // 4):
        image = NamedNode(f"{iri}#image-{number}")
        triples += [
            Triple(image, RDF_TYPE, IG.Image), Triple(image, SCHEMA.isPartOf, subject),
            Triple(image, SCHEMA.name, Literal(f"{id} {number}")),
            Triple(image, SCHEMA.keywords, Literal(f"word {chance.randrange(100)}")),
        ]  # fmt: skip
    ntriples = to_ntriples(triples)
    return PreparedRecord(
        id=id, iri=iri, about=iri, type="Study", title=id, source=id, format="n-triples", ntriples=ntriples,
        digest=digest_of(ntriples),
    )  # fmt: skip


if __name__ == "__main__":
    main()
