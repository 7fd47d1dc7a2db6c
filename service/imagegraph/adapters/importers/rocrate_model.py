"""What an RO-Crate says in the words of our model, by the rules of `mappings/rocrate/model.yaml`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from imagegraph.adapters.importers.native_model import native_model
from imagegraph.adapters.importers.rocrate_rules import ADDRESS, Path, Rules, rules
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import (
    IG,
    RDF_TYPE,
    SCHEMA,
    XSD,
    BlankNode,
    Literal,
    NamedNode,
    Triple,
)

_DIGITS = re.compile(r"[0-9]{1,18}")

Node = NamedNode | BlankNode | Triple
Value = Node | Literal


def modelled(triples: Sequence[Triple], *, root: NamedNode) -> list[Triple]:
    """The statements of a crate with what they mean in our model added.

    Text that the model wants as an address or a number is replaced by it.

    Args:
        triples: the crate's own statements.
        root: its root data entity, which becomes the study.
    """
    ruled = rules()
    graph = _Graph(_refined(triples, ruled))
    graph.add(root, RDF_TYPE, IG.Study)
    for triple in list(graph.triples):
        _add_direct(graph, triple, ruled)
    for kind, source in ruled.names.items():
        for node in graph.of_type(kind):
            graph.name_after(node, source)
    for path in ruled.paths:
        for start in graph.subjects(path.steps[0]):
            graph.add_along(start, path)
    for kind, link in ruled.study_links.items():
        for node in graph.of_type(kind):
            if node != root:
                graph.add(root, link, node)
    for path in ruled.study_paths:
        graph.add_along(root, path)
    return graph.triples


def is_empty(literal: Literal) -> bool:
    """Whether a text says nothing."""
    return not literal.value.strip()


def _refined(triples: Iterable[Triple], ruled: Rules) -> Iterator[Triple]:
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if not isinstance(value, Literal) or is_empty(value):
            yield triple
        elif ruled.addresses.get(predicate) == predicate:
            yield Triple(subject, predicate, _address(value.value) or value)
        elif predicate in ruled.integers and _DIGITS.fullmatch(value.value):
            yield Triple(subject, predicate, Literal(value.value, datatype=XSD.integer))
        elif predicate in ruled.moved_text:
            yield Triple(subject, ruled.moved_text[predicate], value)
        else:
            yield triple


def _reference(value: Value) -> Value | None:
    """What stands where our model has a thing: the thing, or the identifier that a text is, else None."""
    if not isinstance(value, Literal):
        return value
    found = normalise_iri(value.value)
    return NamedNode(found.iri) if found.kind == "term" else _address(value.value)


def _address(text: str) -> NamedNode | None:
    """The web address that a text is, None for other words."""
    try:
        return NamedNode(text) if ADDRESS.fullmatch(text) else None
    except ValueError:
        return None


def _add_direct(graph: _Graph, triple: Triple, ruled: Rules) -> None:
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if predicate == RDF_TYPE:
        kind = ruled.types.get(value) if isinstance(value, NamedNode) else None
        if kind is not None:
            graph.add(subject, RDF_TYPE, kind)
        return
    other = ruled.properties.get(predicate)
    if other is not None:
        restated = _reference(value) if other in native_model().thing_properties else value
        if restated is not None:
            graph.add(subject, other, restated)
    if not isinstance(value, Literal):
        return
    other = ruled.addresses.get(predicate)
    address = _address(value.value) if other is not None and other != predicate else None
    if other is not None and address is not None:
        graph.add(subject, other, address)
    thing = ruled.things.get(predicate)
    if thing is not None:
        node = BlankNode()
        graph.add(subject, thing[0], node)
        graph.add(node, RDF_TYPE, thing[1])
        graph.add(node, SCHEMA.name, Literal(value.value, datatype=XSD.string))


class _Graph:
    """Statements that can be followed while more are added."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples: list[Triple] = []
        self._known: set[Triple] = set()
        self._objects: dict[NamedNode, dict[Node, list[Value]]] = defaultdict(dict)
        for triple in triples:
            self._keep(triple)

    def add(self, subject: Node, predicate: NamedNode, value: Value) -> None:
        self._keep(Triple(subject, predicate, value))

    def _keep(self, triple: Triple) -> None:
        if triple not in self._known:
            self._known.add(triple)
            self.triples.append(triple)
            self._objects[triple.predicate].setdefault(triple.subject, []).append(triple.object)

    def subjects(self, predicate: NamedNode) -> list[Node]:
        return list(self._objects.get(predicate, ()))

    def of_type(self, kind: NamedNode) -> list[Node]:
        return [subject for subject, kinds in self._objects[RDF_TYPE].items() if kind in kinds]

    def name_after(self, node: Node, source: NamedNode) -> None:
        if node not in self._objects[SCHEMA.name]:
            for value in self._objects[source].get(node, ())[:1]:
                self.add(node, SCHEMA.name, value)

    def add_along(self, start: Node, path: Path) -> None:
        reached: list[Value] = [start]
        for step in path.steps:
            reached = [
                value
                for node in reached
                if isinstance(node, (NamedNode, BlankNode))
                for value in self._objects[step].get(node, ())
            ]
        for value in reached:
            if isinstance(value, Literal):
                continue
            if path.kind is not None and path.kind not in self._objects[RDF_TYPE].get(value, ()):
                continue
            if path.starts and not (isinstance(value, NamedNode) and value.value.startswith(path.starts)):
                continue
            self.add(start, path.property, value)
