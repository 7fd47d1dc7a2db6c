"""The graph as it was, for questions with `asOf`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imagegraph.operations.history.past import graphs_at
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.used import used_terms_graph
from imagegraph.ports.journal import Journal
from imagegraph.settings import Settings


@contextmanager
def open_past(journal: Journal, terms: TermLookup, settings: Settings) -> Iterator[Callable[[str], Path]]:
    """Gives the folder of a store that holds the graph as it was at a moment."""
    from imagegraph.adapters.oxigraph.past import PastStores

    stores = PastStores(
        settings.data / "past",
        graphs=lambda position: graphs_at(
            journal, position, base=settings.base, most_bytes=settings.past_bytes,
            used_terms=lambda iris: used_terms_graph(
                iris, index=terms.index, registry=terms.registry, base=settings.base
            ),
        ),
        seconds=settings.queue_seconds,
    )  # fmt: skip
    try:
        yield lambda moment: stores.at(journal.position_at(moment))
    finally:
        stores.close()
