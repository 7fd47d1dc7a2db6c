"""Many identifiers of real records, resolved by authorities of which every fifth answer is broken.

The short form is a test; `python tests/linking/faulty_run.py 10000` is the long one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from imagegraph.adapters.authorities.opening import authorities_of
from imagegraph.adapters.authorities.resolver import AuthorityResolver
from imagegraph.adapters.http import HttpService
from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.adapters.sqlite.queue import SqliteResolutionQueue
from imagegraph.adapters.sqlite.resolutions import ResolutionStore
from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import identifier_of
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, NamedNode, Triple, to_ntriples
from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.operations.linking.linker import Linker
from imagegraph.testing.authorities.stand_in import AuthoritiesStandIn, expected_state, invented_iris
from imagegraph.testing.stand_in_faults import FaultPlan
from imagegraph.testing.stand_in_log import asked_twice_at_once, most_at_once, most_begun_within

BASE = "http://testserver/"
RATE, CONCURRENT, WORKERS = 120.0, 3, 6
#: kinds of identifiers, and how many of a hundred
_MIXED = {"orcid": 25, "ror": 20, "doi": 25, "antibody": 10, "cell line": 5, "resource": 5, "handle": 10}
_RECORD = 50


@dataclass
class Faulty:
    """What came of a run.

    Attributes:
        states: how many identifiers ended in each state, by what is kept in the end.
        wrong: identifiers whose kept state is not the one that their authority gives: (IRI, kept, expected).
        left: how many still wait.
        twice: identifiers that were asked about twice at the same time.
        fastest: authority -> most requests that began within one second.
        at_once: authority -> most requests at the same time.
        faults: how many broken answers were dealt out, by kind.
        restarts: how many identifiers were settled when everything was stopped and started again.
        shown: how many graphs there are in the end.
    """

    seconds: float = 0.0
    requests: int = 0
    states: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    left: int = 0
    twice: set[str] = field(default_factory=set)
    fastest: dict[str, int] = field(default_factory=dict)
    at_once: dict[str, int] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    restarted_at: int = 0
    shown: int = 0


class _Part:
    """Everything that a service has for linking, over a folder; opened again it is another process's turn."""

    def __init__(self, folder: Path, *, stand_in: AuthoritiesStandIn, ahead: timedelta) -> None:
        self.store = OxigraphGraphStore(folder / "graph", snapshots=folder / "snapshots")
        self.answers = ResolutionStore(folder / "resolved.sqlite")
        self.queue = SqliteResolutionQueue(folder / "resolved.sqlite", now=lambda: datetime.now(UTC) + ahead)
        table = packaged_authorities()
        services = {
            name: HttpService(
                f"{stand_in.base}/{name}", agent="imagegraph-tests/1", rate=RATE, concurrent=CONCURRENT
            )
            for name in table.entries
        }
        self.resolver = AuthorityResolver(
            authorities_of(services), store=self.answers, table=table, services=services, seconds=10.0
        )
        self.graph = LinkingGraph(self.store, known=self.resolver, queue=self.queue, base=BASE)
        self.linker = Linker(
            resolver=self.resolver, known=self.resolver, queue=self.queue, graph=self.graph,
            schemes=("orcid", "ror", "doi", "rrid", "handle"),
            now=lambda: datetime.now(UTC) + ahead,
        )  # fmt: skip

    def close(self) -> None:
        """Stop in the middle of whatever is going on."""
        self.linker.stop()
        self.queue.close()
        self.resolver.close()
        self.store.close()


def run(count: int, *, folder: Path, share: float = 0.2, seconds: float = 600.0) -> Faulty:
    """Resolve so many invented identifiers, with a stop and a start in the middle.

    Args:
        share: of the answers that are broken.
        seconds: give up after so long.
    """
    plan = FaultPlan(share, seconds=0.3)
    found = Faulty()
    iris = list(_mixed(count))
    begun = time.monotonic()
    with AuthoritiesStandIn(generate=True, faults=plan) as stand_in:
        part = _Part(folder, stand_in=stand_in, ahead=timedelta())
        for number in range(0, len(iris), _RECORD):
            name, ntriples = _record(number, iris[number : number + _RECORD])
            part.graph.replace(name, ntriples, new=True)
        _work(part, until=count // 2, deadline=begun + seconds)
        found.restarted_at = count - sum(part.queue.counts().values())
        part.close()
        days = 0
        while time.monotonic() < begun + seconds:
            part = _Part(folder, stand_in=stand_in, ahead=timedelta(days=days))
            _work(part, until=0, deadline=begun + seconds)
            waiting = sum(part.queue.counts().values())
            if not waiting:
                break
            part.close()
            days += 2  # what was put off is due again
        found.seconds = time.monotonic() - begun
        for iri in iris:
            identifier = identifier_of(iri)
            known = part.resolver.known(identifier) if identifier else None
            state = known.state if known else "nothing"
            found.states[state] += 1
            if state != expected_state(iri):
                found.wrong.append((iri, state, expected_state(iri)))
        found.left = sum(part.queue.counts().values())
        found.shown = sum(name.startswith(f"{BASE}resolved/") for name in part.store.graphs())
        part.close()
        found.requests = len(stand_in.requests)
        found.faults = plan.dealt
        found.twice = asked_twice_at_once(stand_in.requests, slack=0.05)
        for name in packaged_authorities().entries:
            asked = stand_in.requests_of(name)
            found.fastest[name] = most_begun_within(asked, 1.0)
            found.at_once[name] = most_at_once(asked, slack=0.05)
    return found


def _work(part: _Part, *, until: int, deadline: float) -> None:
    """Work in the background until at most so many wait that are due, or the deadline."""
    part.linker.start(workers=WORKERS)
    while time.monotonic() < deadline:
        time.sleep(0.05 if len(part.queue.waiting(limit=1_001)) <= 1_000 else 1.0)
        due = sum(not one.detail for one in part.queue.waiting(limit=1_000_000))
        if due <= until:
            break
    part.linker.stop()


def _mixed(count: int) -> Iterator[str]:
    """Different identifiers of all kinds."""
    for kind, share in _MIXED.items():
        yield from islice(invented_iris(kind), count * share // 100)


def _record(number: int, iris: list[str]) -> tuple[str, bytes]:
    name = f"{BASE}records/study-{number}"
    about = NamedNode(name)
    triples = [Triple(about, RDF_TYPE, IG.Study)]
    triples += [Triple(about, SCHEMA.mentions, NamedNode(iri)) for iri in iris]
    return name, to_ntriples(triples)


def main() -> None:
    """Run the long form and print what came of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        found = run(count, folder=Path(folder), seconds=1_800.0)
    print(f"{count:,} identifiers, {found.requests:,} requests, {found.seconds:.0f} s")
    print("broken answers:", dict(found.faults))
    print(f"stopped and started again when {found.restarted_at:,} were settled")
    print("states:", dict(found.states), f"· wrong: {len(found.wrong)} · left waiting: {found.left}")
    print(f"graphs: {found.shown:,} · asked about twice at once: {len(found.twice)}")
    print(f"most requests begun within a second (limit {RATE:.0f}):", found.fastest)
    print(f"most requests at once (limit {CONCURRENT}):", found.at_once)
    for iri, state, expected in found.wrong[:10]:
        print("   ", iri, state, "instead of", expected)


if __name__ == "__main__":
    main()
