"""Answering a query on a snapshot; runs inside a worker, and imports little so that it starts fast."""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
    serialize,
)

from imagegraph.adapters.oxigraph.changes import FollowingStore
from imagegraph.errors import BadParameter, ForbiddenQuery, MalformedQuery, ResultTooLarge
from imagegraph.model.query_formats import GRAPH_TYPES, RESULT_TYPES
from imagegraph.model.rdf import PREFIXES, Term
from imagegraph.model.sparql import bind, parse_term

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

Result = tuple[dict[str, Any], list[bytes]]

_RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}
_JSON_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"')
_CSV_STRING = re.compile(rb'"[^"]*+"')
#: an empty row in each format; nothing shorter can be a row
_SHORTEST_ROW = 1
#: states that are kept open: those of several access scopes are asked one after the other
_MOST_OPEN = 4


class _Limited(io.RawIOBase):
    """A file that refuses to grow beyond a number of bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, chunk: Buffer) -> int:
        """Keep a piece of the answer."""
        part = bytes(chunk)
        self._size += len(part)
        if self._size > self._limit:
            raise ResultTooLarge(
                f"The answer has more than {self._limit:,} bytes. Ask for less with LIMIT, or for pages with "
                "ORDER BY, LIMIT and OFFSET.",
                limit=self._limit,
            )
        self._parts.append(part)
        return len(part)

    def content(self) -> bytes:
        """Everything that was written."""
        return b"".join(self._parts)


class SnapshotReader:
    """Answers queries on the newest snapshot it was shown."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, FollowingStore] = OrderedDict()
        self._store = Store()

    def answer(self, header: dict[str, Any], blobs: list[bytes]) -> Result:
        """One query.

        Args:
            header: `snapshot`, `base`, `accept`, `default_graphs`, `named_graphs`, `bindings`,
                `rows`, `bytes`; see `query_runner`.
            blobs: the text of the query.

        Returns:
            `{"media_type": …}` and the body, or `{"gone": true}` when the snapshot is not there any more.

        Raises:
            MalformedQuery: not SPARQL 1.1 Query.
            ForbiddenQuery: the sandbox kept it from the network.
        BadParameter: a binding or graph name is unusable.
            ResultTooLarge: more rows or bytes than the limit.
        """
        if self.opened(header["snapshot"]) is None:
            return {"gone": True}, []
        terms = {name: parse_term(value) for name, value in header["bindings"].items()}
        text, others = bind(blobs[0].decode(), terms)
        substitutions: dict[Variable, Term | Triple] = {Variable(name): term for name, term in others.items()}
        try:
            store, dataset = self._dataset(header)
            results = store.query(
                text,
                base_iri=header["base"],
                prefixes=PREFIXES,
                substitutions=substitutions or None,
                **dataset,
            )
            return _serialised(results, header)
        except SyntaxError as error:
            raise malformed(error) from None
        except OSError as error:
            if not isinstance(error, PermissionError) and "SERVICE" not in text.upper():
                raise
            raise ForbiddenQuery("The query asks for the network, which is out of reach here.") from None
        except RuntimeError as error:  # an unknown function, or a binding that the query does not project
            if substitutions and "projection" in str(error):
                raise BadParameter(f"{error}.", parameters=sorted(others)) from None
            raise MalformedQuery(f"{error}.") from None

    def _dataset(self, header: dict[str, Any]) -> tuple[Store, dict[str, Any]]:
        """What the query sees as its dataset: a store, and the arguments that restrict it.

        The protocol's graphs go before those of the text, and always as both arguments: one alone leaves the
        other half of the dataset open. Without any, the default graph is the store's own, which holds the
        merge of all named graphs. Several default graphs are merged here, as SPARQL asks: the engine's union
        would repeat the statements they share.
        """
        default, named = header["default_graphs"], header["named_graphs"]
        if default is None and named is None:
            return self._store, {}
        graphs, names = _nodes(default or ()), _nodes(named or ())
        if len(graphs) < 2:
            return self._store, {"default_graph": graphs, "named_graphs": names}
        merged = Store()
        for graph in graphs:
            found = self._store.quads_for_pattern(None, None, None, graph)
            merged.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in found)
        for name in names:
            merged.extend(self._store.quads_for_pattern(None, None, None, name))
        return merged, {"default_graph": [DefaultGraph()], "named_graphs": names}

    def opened(self, wanted: Mapping[str, Any]) -> Store | None:
        """The store of a state, which is kept open; None when it is not there any more.

        Args:
            wanted: `ports.graph.Snapshot` as a dictionary.
        """
        folder = wanted["folder"]
        found = self._open.get(folder)
        try:
            if found is None:
                if not Path(folder, "CURRENT").is_file():
                    return None
                found = FollowingStore(Path(folder))
            if wanted["length"]:
                found.follow(Path(wanted["changes"]), wanted["length"])
        except (OSError, RuntimeError):  # it may have been swept away in the meantime
            self._close(folder, found)
            if Path(folder, "CURRENT").is_file():
                raise
            return None
        self._open[folder] = found
        self._open.move_to_end(folder)
        while len(self._open) > _MOST_OPEN:
            self._close(*next(iter(self._open.items())))
        self._store = found.store
        return found.store

    def _close(self, folder: str, store: FollowingStore | None) -> None:
        self._open.pop(folder, None)
        if store is not None:
            self._store = Store()
            store.close()


def tasks() -> dict[str, Callable[[dict[str, Any], list[bytes]], Result]]:
    """The tasks of a query worker by name: `query` and `update`."""
    from imagegraph.adapters.oxigraph.update import (
        SnapshotUpdater,
    )  # reads errors of queries as this module does

    reader = SnapshotReader()
    return {"query": reader.answer, "update": SnapshotUpdater(reader.opened).apply}


def _nodes(iris: Sequence[str]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise BadParameter(f"A graph name is no IRI: {error}.", value=list(iris)) from None


def _serialised(results: QuerySolutions | QueryBoolean | QueryTriples, header: dict[str, Any]) -> Result:
    limited = _Limited(header["bytes"])
    output = cast("IO[bytes]", limited)
    accept = header["accept"]
    if isinstance(results, QueryTriples):
        media_type = accept if accept in _GRAPHS else GRAPH_TYPES[0]
        rows = _counted(results, header["rows"])
        serialize(rows, output, _GRAPHS[media_type], prefixes=PREFIXES)
    else:
        media_type = accept if accept in _RESULTS else RESULT_TYPES[0]
        results.serialize(output, _RESULTS[media_type])
    body = limited.content()
    if isinstance(results, QuerySolutions) and len(body) > header["rows"] * _SHORTEST_ROW:
        _check_rows(count_rows(body, media_type), header["rows"])
    return {"media_type": media_type}, [body]


def _counted(triples: QueryTriples, limit: int) -> Iterator[Triple]:
    for count, triple in enumerate(triples, start=1):
        _check_rows(count, limit)
        yield triple


def _check_rows(count: int, limit: int) -> None:
    if count > limit:
        raise ResultTooLarge(
            f"The answer has more than {limit:,} rows. Ask for pages with ORDER BY, LIMIT and OFFSET.",
            limit=limit,
        )


def count_rows(body: bytes, media_type: str) -> int:
    """The number of solutions in what the engine wrote; it does not say how many there are.

    Strings are left out first where they could hold what separates rows.
    """
    if media_type == "text/tab-separated-values":
        return body.count(b"\n") - 1
    if media_type == "text/csv":
        return _CSV_STRING.sub(b"", body).count(b"\r\n") - 1
    if media_type == "application/sparql-results+xml":
        return body.count(b"<result>")
    bare = _JSON_STRING.sub(b"", body)
    return 0 if bare.endswith(b"[]}}") else bare.count(b"},{") + 1


_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_LONGEST_REASON = 300


def malformed(error: SyntaxError) -> MalformedQuery:
    """The parser's complaint with its place, without its lists of character ranges."""
    found = _PLACE.match(str(error))
    if found is None:
        return MalformedQuery(f"{error}.")
    line, column, reason = int(found[1]), int(found[2]), " ".join(found[3].split())
    wanted = [one for one in reason.removeprefix("expected one of ").split(", ") if "\\u{" not in one]
    reason = reason if "\\u{" not in reason else "expected one of " + ", ".join(wanted)
    return MalformedQuery(
        f"Line {line}, column {column}: {reason[:_LONGEST_REASON]}.", line=line, column=column
    )
