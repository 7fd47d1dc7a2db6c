"""Whether a store holds together: the merge of its graphs, and each of its indexes.

The engine keeps every statement in several orders and checks the blocks of a file when it reads them, so a damaged block
is found by a question that needs it. Here every order is read, each statement at least once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

_MERGED = DefaultGraph()


def unsound(store: Store) -> Iterator[str]:
    """What does not fit, in words; nothing when all is well."""
    yield from _differences(store)
    graphs = [_MERGED, *store.named_graphs()]
    predicates, objects = Counter[object](), Counter[object]()
    for graph in graphs:
        inside_predicates, inside_objects = Counter[object](), Counter[object]()
        for quad in store.quads_for_pattern(None, None, None, graph):
            inside_predicates[quad.predicate] += 1
            inside_objects[quad.object] += 1
        yield from _miscounted(store, graph, inside_predicates, inside_objects)
        if graph != _MERGED:
            predicates += inside_predicates
            objects += inside_objects
    yield from _miscounted(store, None, predicates, objects)


def _differences(store: Store) -> Iterator[str]:
    """Statements of the merge that no graph makes, and the other way round; the first of each."""
    for quad in store.quads_for_pattern(None, None, None, _MERGED):
        makers = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if not any(maker.graph_name != _MERGED for maker in makers):
            yield f"the default graph holds a statement that no graph makes, about {quad.subject}"
            break
    for graph in store.named_graphs():
        if any(
            Quad(quad.subject, quad.predicate, quad.object) not in store
            for quad in store.quads_for_pattern(None, None, None, graph)
        ):
            yield f"the default graph lacks a statement of the graph {graph}"
            break


def _miscounted(
    store: Store, graph: object, predicates: Counter[object], objects: Counter[object]
) -> Iterator[str]:
    """Indexes that find another number of statements than there are.

    A look-up of an integer whose last byte is 0xFF (255, 65535, -1) brings its neighbours too (pyoxigraph 0.5.13, stores
    on disk); they are left out of the count.
    """
    place = (
        f"of {graph}"
        if isinstance(graph, NamedNode)
        else "of all graphs"
        if graph is None
        else "of the merge"
    )
    for kind, counts in (("predicate", predicates), ("object", objects)):
        for term, expected in counts.items():
            found = (
                store.quads_for_pattern(None, term, None, graph)  # type: ignore[arg-type]
                if kind == "predicate"
                else store.quads_for_pattern(None, None, term, graph)  # type: ignore[arg-type]
            )
            if _count(found, kind, term, graph) != expected:
                yield f"the index by {kind} {place} is damaged at {term}"
                return


def _count(found: Iterable[Quad], kind: str, term: object, graph: object) -> int:
    return sum(
        1
        for quad in found
        if getattr(quad, kind) == term and (graph is not None or quad.graph_name != _MERGED)
    )
