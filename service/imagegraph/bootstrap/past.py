"""The graph as it was, for questions with `asOf`."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imagegraph.operations.history.past import graphs_at
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.used import used_terms_graph
from imagegraph.ports.journal import Journal
from imagegraph.settings import Settings

#: the folder of a store that holds what a journal says of a moment; what decides about who sees it goes with it
Past = Callable[[Journal, str, Hashable], Path]


@contextmanager
def open_past(terms: TermLookup, settings: Settings) -> Iterator[Past]:
    """Gives the folder of a store that holds the graph as it was at a moment."""
    from imagegraph.adapters.oxigraph.past import PastStores

    stores = PastStores(settings.data / "past", seconds=settings.queue_seconds)

    def past(journal: Journal, moment: str, seen: Hashable) -> Path:
        position = journal.position_at(moment)
        return stores.holding(
            (position, seen),
            lambda: graphs_at(
                journal, position, base=settings.base, most_bytes=settings.past_bytes,
                used_terms=lambda iris: used_terms_graph(
                    iris, index=terms.index, registry=terms.registry, base=settings.base
                ),
            ),
        )  # fmt: skip

    try:
        yield past
    finally:
        stores.close()
