"""The graph as it was at a position of the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from imagegraph.errors import PastTooLarge
from imagegraph.operations.naming import terms_graph
from imagegraph.operations.terms.used import USED
from imagegraph.operations.terms.uses import mentioned_terms
from imagegraph.ports.journal import Journal


def graphs_at(
    journal: Journal, position: int, *, base: str, used_terms: Callable[[Set[str]], bytes], most_bytes: int
) -> Iterator[tuple[str, bytes]]:
    """The names and statements of the graphs at a position: the records, and the terms that they use.

    What vocabularies say about terms is of today; what authorities say about identifiers is left out, because
    the journal does not know when it was learned.

    Args:
        base: IRI base of the service.
        used_terms: what the graph of terms says when records mention these.
        most_bytes: of N-Triples, all records together.

    Raises:
        PastTooLarge: the records are more than that.
    """
    size = 0
    mentioned = set[str]()
    for version in journal.state_at(position):
        size += len(version.ntriples)
        if size > most_bytes:
            raise PastTooLarge(
                f"The records of that time have more than {most_bytes:,} bytes of statements, the most that is "
                "made for a question. Ask for single records with ?asOf=, or raise IMAGEGRAPH_PAST_BYTES.",
                limit=most_bytes,
            )
        mentioned |= mentioned_terms(version.ntriples)
        yield version.iri, version.ntriples
    yield terms_graph(base, USED), used_terms(mentioned)
