"""A copy of the graph that an update is carried out on, which knows what has become another.

So that all changed graphs are known without looking at every graph, each operation notes in a graph of its own which
graphs its variables stood for; those are compared with what they were.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, QuerySolutions, Store

from imagegraph.errors import BadParameter, Forbidden, NotFound, ResultTooLarge
from imagegraph.model.rdf import PREFIXES, from_ntriples, to_ntriples
from imagegraph.model.sparql_operations import Operation
from imagegraph.operations.graph_names import graph_name
from imagegraph.operations.naming import record_iri

Result = tuple[dict[str, Any], list[bytes]]
_MERGED = DefaultGraph()


class UpdatedCopy:
    """A store that may be changed, and what it was.

    Args:
        store: the copy.
        snapshot: what it is a copy of.
        base: IRI base of the service.
    """

    def __init__(self, store: Store, snapshot: Store, *, base: str) -> None:
        self._store, self._snapshot, self._base = store, snapshot, base
        #: name of a graph that may have changed -> digest of what it said at first
        self._before: dict[str, str] = {}
        #: the same -> what it says after the last operation
        self._now: dict[str, bytes] = {}
        self._default: list[str] = []
        self._named: list[str] = []

    def use(self, default: Sequence[str], named: Sequence[str]) -> None:
        """Take the dataset of the protocol (https://www.w3.org/TR/sparql11-protocol/#update-dataset)."""
        self._default, self._named = [self._name(iri) for iri in default], [self._name(iri) for iri in named]

    def carry_out(self, operation: Operation, *, is_last: bool) -> None:
        """Do one operation; the default graph is the merge of all again for the next one.

        Raises:
            Forbidden: it would change a graph that the service makes.
            NotFound: a graph that it clears or drops is not there.
            BadParameter: a name is none that a graph can have, or that of a graph that CREATE is to make.
        """
        names = self._resolved(operation)
        written = [names[text] for text in operation.written if text in names]
        for name in written:
            self._refuse_made(name)
        if operation.kind in ("CLEAR", "DROP", "CREATE"):
            touched = self._managed(operation, written)
        else:
            touched = [*written, *self._updated(operation, names)]
        self._follow(touched, is_last=is_last)

    def changes(self, *, limit: int) -> Result:
        """What has changed, as `SnapshotUpdater.apply` answers it.

        Raises:
            ResultTooLarge: the changed graphs have more bytes than the limit.
        """
        told, contents, size = [], [], 0
        for name, before in sorted(self._before.items()):
            content = self._now[name]
            if _digest(content) == before:
                continue
            size += len(content)
            if size > limit:
                raise ResultTooLarge(
                    f"The records that the update changes have more than {limit:,} bytes. Change fewer at a time.",
                    limit=limit,
                )
            told.append({"graph": name, "before": before, "length": len(content)})
            contents.append(content)
        return {"changes": told}, [b"".join(contents)]

    def _resolved(self, operation: Operation) -> dict[str, str]:
        """The graphs that an operation names, by the text that names them."""
        texts = list(dict.fromkeys(place.text for place in operation.names))
        if not texts:
            return {}
        asked = " ".join(f"({text} AS ?n{number})" for number, text in enumerate(texts))
        found = Store().query(
            f"{operation.prologue} SELECT {asked} {{}}", base_iri=self._base, prefixes=PREFIXES
        )
        if not isinstance(found, QuerySolutions):  # pragma: no cover - it is a SELECT
            raise TypeError("a SELECT has no solutions")
        values = next(iter(found))
        return {text: self._name(values[f"n{number}"].value) for number, text in enumerate(texts)}

    def _name(self, iri: str) -> str:
        """The name that a graph has in the store."""
        name = graph_name(iri, base=self._base)
        return iri if name.id is None else record_iri(self._base, name.id)

    def _updated(self, operation: Operation, names: Mapping[str, str]) -> list[str]:
        """Let the engine do an operation; returns the graphs that its variables stood for."""
        log, merged = (NamedNode(f"urn:uuid:{uuid.uuid4()}") for _ in range(2))
        default = self._default or [names[place.text] for place in operation.using]
        is_merged = len(set(default)) > 1
        if is_merged:
            self._load_merge(merged, default)
        clauses = [merged.value] if is_merged else self._default
        using = " ".join(f"USING <{name}>" for name in clauses) if self._default else ""
        using += "".join(f" USING NAMED <{name}>" for name in self._named)
        text = operation.rewritten(
            names, log=log.value, using=using, merged=merged.value if is_merged and operation.using else None
        )
        self._store.update(text, base_iri=self._base, prefixes=PREFIXES)
        noted = [quad.object for quad in self._store.quads_for_pattern(None, None, None, log)]
        for graph in (log, merged):
            self._store.remove_graph(graph)
        if any(isinstance(node, BlankNode) for node in noted):
            raise BadParameter("A graph has a name; a blank node is none.", parameter="update")
        return [self._adopted(node.value) for node in noted if isinstance(node, NamedNode)]

    def _load_merge(self, merged: NamedNode, graphs: Sequence[str]) -> None:
        """Several default graphs as one set: the engine would repeat the statements that they share."""
        for name in graphs:
            quads = list(self._store.quads_for_pattern(None, None, None, NamedNode(name)))
            self._store.extend(Quad(q.subject, q.predicate, q.object, merged) for q in quads)

    def _adopted(self, iri: str) -> str:
        """The name in the store of a graph that a variable named; what was inserted by another name is there then."""
        name, written = self._name(iri), NamedNode(iri)
        if name != iri and self._store.contains_named_graph(written):
            quads = list(self._store.quads_for_pattern(None, None, None, written))
            self._store.extend(Quad(q.subject, q.predicate, q.object, NamedNode(name)) for q in quads)
            self._store.remove_graph(written)
        return name

    def _managed(self, operation: Operation, written: Sequence[str]) -> list[str]:
        """CLEAR and DROP empty graphs of records; CREATE has nothing to keep."""
        if operation.kind == "CREATE":
            for name in written:
                if self._store.contains_named_graph(NamedNode(name)) and not operation.silent:
                    raise BadParameter(
                        f"There is a graph <{name}> already. CREATE SILENT passes that over.", graph=name
                    )
                self._store.add_graph(NamedNode(name))
            return []
        if operation.target == "GRAPH":
            for name in written:
                if not self._store.contains_named_graph(NamedNode(name)) and not operation.silent:
                    raise missing(name)
        else:
            records = record_iri(self._base, "")
            found = (node.value for node in self._store.named_graphs() if isinstance(node, NamedNode))
            written = [name for name in found if name.startswith(records)]
        remove = self._store.clear_graph if operation.kind == "CLEAR" else self._store.remove_graph
        for name in written:
            remove(NamedNode(name))
        return list(written)

    def _follow(self, touched: Iterable[str], *, is_last: bool) -> None:
        """Compare graphs with what they were, and let the merge follow when something is still to read it."""
        for name in dict.fromkeys(touched):
            if name not in self._before:
                self._now[name] = _statements(self._snapshot, name)
                self._before[name] = _digest(self._now[name])
            before, after = self._now[name], _statements(self._store, name)
            if before == after:
                continue
            self._refuse_made(name)
            self._now[name] = after
            if not is_last:
                self._merge(set(before.splitlines(True)), set(after.splitlines(True)))

    def _merge(self, before: set[bytes], after: set[bytes]) -> None:
        for triple in from_ntriples(b"".join(after - before)):
            self._store.add(Quad(triple.subject, triple.predicate, triple.object, _MERGED))
        for triple in from_ntriples(b"".join(before - after)):
            holders = self._store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
            if all(quad.graph_name == _MERGED for quad in holders):
                self._store.remove(Quad(triple.subject, triple.predicate, triple.object, _MERGED))

    def _refuse_made(self, name: str) -> None:
        if graph_name(name, base=self._base).id is None:
            records = record_iri(self._base, "")
            raise Forbidden(
                f"The update would change the graph <{name}>, which the service makes itself. Where a variable stands "
                f'for graphs, FILTER(STRSTARTS(STR(?g), "{records}")) keeps to records.',
                graph=name,
            )


def missing(name: str) -> NotFound:
    """There is no graph of this name."""
    return NotFound(f"There is no graph <{name}>. SILENT passes that over.", graph=name)


def _statements(store: Store, name: str) -> bytes:
    return to_ntriples(quad.triple for quad in store.quads_for_pattern(None, None, None, NamedNode(name)))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
