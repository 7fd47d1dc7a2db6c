"""How long proposals take: python tests/benchmarks/reconciliation_rate.py [names]

Makes studies of five people each, with names as unevenly spread as they are, asks for the proposals of people, and
prints how long reading, comparing, and asking again took.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from imagegraph.bootstrap import open_services, settings_for
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.candidates import candidates
from imagegraph.operations.reconciliation.people import people_pairs
from imagegraph.operations.reconciliation.proposals import proposals
from imagegraph.operations.services import Services

_SYLLABLES = [
    "ka",
    "no",
    "ri",
    "ta",
    "mel",
    "os",
    "den",
    "vi",
    "sha",
    "bru",
    "lin",
    "go",
    "pe",
    "zu",
    "har",
    "em",
]
_PEOPLE = 5


def main() -> None:
    """Print the times."""
    names = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder, open_services(settings_for(Path(folder))) as services:
        started = time.perf_counter()
        _fill(services, names)
        _tell("written", started)
        started = time.perf_counter()
        people = candidates(services, "person")
        _tell(f"{len(people):,} people read", started)
        started = time.perf_counter()
        pairs = people_pairs(people)  # type: ignore[arg-type]
        _tell(f"{len(pairs):,} pairs found", started)
        del people, pairs
        started = time.perf_counter()
        first = proposals(services, kind="person", limit=50)
        _tell(f"first {len(first)} proposals, all anew", started)
        started = time.perf_counter()
        proposals(services, kind="person", after=first[-1].place, limit=50)
        _tell("next 50", started)


def _tell(what: str, started: float) -> None:
    print(f"{what}: {time.perf_counter() - started:.2f} s")


def _fill(services: Services, names: int) -> None:
    """Write studies; family names follow Zipf's law, every fourth person has an ORCID iD."""
    chance = random.Random(7)  # noqa: S311 - the same names in every run
    families = ["".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(20_000)]
    weights = [1 / (place + 10) for place in range(len(families))]
    givens = ["".join(chance.choices(_SYLLABLES, k=2)).capitalize() for _ in range(2_000)]
    persons = [
        (f"{given} {family}", f"https://orcid.org/{number:016d}" if number % 4 == 0 else None)
        for number, (given, family) in enumerate(
            zip(
                chance.choices(givens, k=names // 2),
                chance.choices(families, weights, k=names // 2),
                strict=True,
            )
        )
    ]
    organisations = [f"University of {word}" for word in families[:500]]
    for study in range(names // _PEOPLE):
        graph = record_iri(services.settings.base, f"study-{study}")
        lines = [
            f"<{graph}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/imagegraph/Study> ."
        ]
        for place, (name, orcid) in enumerate(chance.choices(persons, k=_PEOPLE)):
            iri = orcid if orcid is not None and chance.random() < 0.5 else f"{graph}#person-{place}"
            at = f"{graph}#organisation-{place}"
            lines += [
                f"<{graph}> <http://schema.org/author> <{iri}> .",
                f"<{iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Person> .",
                f'<{iri}> <http://schema.org/name> "{name}" .',
                f"<{iri}> <http://schema.org/affiliation> <{at}> .",
                f"<{at}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Organization> .",
                f'<{at}> <http://schema.org/name> "{chance.choice(organisations)}" .',
            ]
        services.linking.graph.add(graph, "".join(f"{line}\n" for line in sorted(set(lines))).encode())


if __name__ == "__main__":
    main()
