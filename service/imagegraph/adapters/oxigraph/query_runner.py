"""Answering queries from outside: checked here, run in a worker on a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from imagegraph.adapters.sandbox.pool import WorkerPool
from imagegraph.errors import MalformedQuery, QueryTimeout, QueryTooLarge, WorkersBusy
from imagegraph.model.sparql import outline
from imagegraph.ports.graph import GraphReader, Snapshot
from imagegraph.ports.workers import Query, QueryAnswer
from imagegraph.settings import Settings

#: a snapshot may be swept away between its making and its opening, when several are made at the same time
_MOST_SNAPSHOTS = 5


class SandboxedQueryRunner:
    """Implements `ports.workers.QueryRunner` on a pool of query workers.

    Args:
        pool: workers of kind `query`.
        graph: where snapshots come from.
        past: the folder of a store with the graph as it was at a moment.
        settings: the limits of text, rows and bytes.
    """

    def __init__(
        self, *, pool: WorkerPool, graph: GraphReader, past: Callable[[str], Path], settings: Settings
    ) -> None:
        self._pool = pool
        self._graph = graph
        self._past = past
        self._settings = settings

    def run(self, query: Query) -> QueryAnswer:
        """The answer, serialised; see `ports.workers.QueryRunner`."""
        text = encoded(query.text, limit=self._settings.query_text_bytes)
        found = outline(query.text)
        default, named = query.default_graphs, query.named_graphs
        if default is None and named is None:
            default, named = found.default_graphs, found.named_graphs
        asked = {
            "base": self._settings.base, "accept": query.accept, "default_graphs": default,
            "named_graphs": named, "bindings": query.bindings, "rows": self._settings.query_rows,
            "bytes": self._settings.query_bytes,
        }  # fmt: skip
        for _ in range(_MOST_SNAPSHOTS):
            past = None if query.as_of is None else Snapshot(self._past(query.as_of))

            def header(past: Snapshot | None = past) -> dict[str, Any]:
                """Made when a worker is at hand: a copy that is older may have been swept away by then."""
                return {"snapshot": (past or self._graph.snapshot()).as_dict(), **asked}

            try:
                answer, blobs = self._pool.call("query", header, [text])
            except QueryTimeout as error:
                raise QueryTimeout(f"{error.detail} {_ADVICE[error.extra['limit']]}", **error.extra) from None
            if not answer.get("gone"):
                return QueryAnswer(media_type=answer["media_type"], body=blobs[0])
        raise WorkersBusy(
            "The graph changes faster than it can be read. Try again in a moment.", retry_after=1
        )


def encoded(text: str, *, limit: int) -> bytes:
    """The text of a query or an update in UTF-8.

    Raises:
        MalformedQuery: it holds a lone surrogate.
        QueryTooLarge: it has more bytes than the limit.
    """
    try:
        found = text.encode()
    except UnicodeEncodeError as error:
        raise MalformedQuery(f"The query holds a lone surrogate at character {error.start + 1}.") from None
    if len(found) > limit:
        raise QueryTooLarge(f"The query has {len(found):,} bytes; {limit:,} are the limit.", limit=limit)
    return found


_ADVICE = {
    "time": "Start from fewer nodes, or ask for pages with LIMIT.",
    "memory": "Sorting, grouping and DISTINCT keep every row: join on more patterns, or leave them out.",
    "crash": "Use fewer patterns, or split the query.",
}
