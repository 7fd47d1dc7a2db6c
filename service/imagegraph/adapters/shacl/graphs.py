"""The two graphs that pySHACL reads, as plain indexes: built in one pass and then only looked up.

pySHACL asks a graph a handful of questions thousands of times a record. These classes answer them from
dictionaries; everything else it may ask (`query` for SPARQL constraints) goes to a real rdflib graph that
is only made when needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import rdflib
from rdflib.term import Node, URIRef

from imagegraph.model.rdf import BlankNode, Literal, NamedNode, Triple

Statement = tuple[Node, Node, Node]
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
#: characters of a text that may be remembered
_SHORT = 200
_FIRST = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
_REST = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")


@lru_cache(maxsize=20_000)
def _uri(iri: str) -> URIRef:
    return URIRef(iri)


@lru_cache(maxsize=5_000)
def _literal(value: str, language: str | None, datatype: str) -> rdflib.Literal:
    if language:
        return rdflib.Literal(value, lang=language)
    if datatype == _XSD_STRING:
        return rdflib.Literal(value)
    return rdflib.Literal(value, datatype=_uri(datatype), normalize=False)


def to_rdflib(term: Any) -> Node:
    """The same term for rdflib, letter by letter.

    Raises:
        TypeError: it is a quoted triple, which SHACL does not know.
    """
    if isinstance(term, NamedNode):
        return _uri(term.value)
    if isinstance(term, Literal):
        make = _literal if len(term.value) <= _SHORT else _literal.__wrapped__
        return make(term.value, term.language, term.datatype.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    raise TypeError(f"SHACL does not know {type(term).__name__}")


class PlainNames:
    """Stands in for rdflib's namespace manager, which looks up a prefix for every name it prints."""

    def bind(self, *_: Any, **__: Any) -> None:
        """Ignored: nothing is abbreviated."""

    def normalizeUri(self, uri: str) -> str:  # noqa: N802 (rdflib's name)
        """The IRI in full."""
        return f"<{uri}>"

    def namespaces(self) -> Iterator[tuple[str, str]]:
        """No prefixes."""
        return iter(())


class _Index:
    """Distinct statements by subject and by predicate and object."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.by_subject: dict[Node, dict[Node, list[Node]]] = {}
        self.by_predicate: dict[Node, dict[Node, list[Node]]] = {}
        for statement in statements:
            self.insert(statement)

    def insert(self, statement: Statement) -> None:
        subject, predicate, value = statement
        self.by_subject.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.by_predicate.setdefault(predicate, {}).setdefault(value, []).append(subject)


class DataGraph(rdflib.Graph):
    """The statements of one record, as pySHACL asks for them.

    It is an `rdflib.Graph` by name only, because pySHACL looks at the class: a store is made for it when a
    SPARQL constraint wants to ask a query, and never otherwise.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        # Graph.__init__ is left out on purpose: it would make a store and a namespace manager
        self._index = _Index(
            (to_rdflib(t.subject), to_rdflib(t.predicate), to_rdflib(t.object))
            for t in dict.fromkeys(triples)
            if not isinstance(t.object, Triple)
        )
        self._names = PlainNames()
        self._graph: rdflib.Graph | None = None

    @property
    def namespace_manager(self) -> Any:
        """Prints names in full."""
        return self._names

    @namespace_manager.setter
    def namespace_manager(self, _: Any) -> None:
        """Ignored."""

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return sum(len(values) for said in self._index.by_subject.values() for values in said.values())

    def objects(self, subject: Any = None, predicate: Any = None, unique: Any = False) -> Any:
        """Values of a property of a node."""
        properties = self._index.by_subject.get(subject)
        return properties.get(predicate, ()) if properties else ()

    def subjects(self, predicate: Any = None, object: Any = None, unique: Any = False) -> Any:
        """Nodes that have a property with this value."""
        values = self._index.by_predicate.get(predicate)
        return values.get(object, ()) if values else ()

    def subject_objects(self, predicate: Any = None, unique: Any = False) -> Any:
        """Every use of a property."""
        for value, subjects in self._index.by_predicate.get(predicate, {}).items():
            for subject in subjects:
                yield subject, value

    def predicate_objects(self, subject: Any = None, unique: Any = False) -> Any:
        """Every statement about a node."""
        for predicate, values in self._index.by_subject.get(subject, {}).items():
            for value in values:
                yield predicate, value

    def predicates(self, subject: Any = None, object: Any = None, unique: Any = False) -> Any:
        """The properties of a node."""
        return iter(self._index.by_subject.get(subject, {}))

    def transitive_subjects(self, predicate: Any, object: Any, remember: Any = None) -> Any:
        """The node and all that lead to it by a property."""
        yield from _reached(object, lambda node: self.subjects(predicate, node))

    def transitive_objects(self, subject: Any, predicate: Any, remember: Any = None) -> Any:
        """The node and all that it leads to by a property."""
        yield from _reached(subject, lambda node: self.objects(node, predicate))

    def uses(self, predicate: Node) -> bool:
        """Whether any statement has this predicate."""
        return predicate in self._index.by_predicate

    def values(self, predicate: Node) -> Iterable[Node]:
        """Every distinct value of a property."""
        return self._index.by_predicate.get(predicate, {})

    def namespaces(self) -> Any:
        """No prefixes."""
        return self._names.namespaces()

    def items(self, list: Any) -> Any:
        """The members of an RDF list."""
        return _members(self._index, list)

    def query(self, *arguments: Any, **options: Any) -> Any:
        """The answer of a SPARQL constraint of our own shapes."""
        if self._graph is None:
            self._graph = rdflib.Graph(bind_namespaces="none")
            for subject, properties in self._index.by_subject.items():
                for predicate, values in properties.items():
                    for value in values:
                        self._graph.add((subject, predicate, value))
        return self._graph.query(*arguments, **options)


class ShapesData(rdflib.Graph):
    """The statements of shapes: a graph for pySHACL's set-up, an index once it is running."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        super().__init__(bind_namespaces="none")
        self._index = _Index(dict.fromkeys(statements))
        for subject, properties in self._index.by_subject.items():
            for predicate, values in properties.items():
                for value in values:
                    super().add((subject, predicate, value))
        self._names = PlainNames()

    @property
    def namespace_manager(self) -> Any:
        """Prints names in full."""
        return self._names

    @namespace_manager.setter
    def namespace_manager(self, _: Any) -> None:
        """Ignored."""

    def add(self, triple: Any) -> Any:
        """One more statement; pySHACL adds two of its own."""
        if triple not in self:
            self._index.insert(triple)
        return super().add(triple)

    def objects(self, subject: Any = None, predicate: Any = None, unique: Any = False) -> Any:
        """Values of a property of a node."""
        if subject is None or predicate is None:
            return super().objects(subject, predicate, unique)
        properties = self._index.by_subject.get(subject)
        return iter(properties.get(predicate, ())) if properties else iter(())

    def subjects(self, predicate: Any = None, object: Any = None, unique: Any = False) -> Any:
        """Nodes that have a property with this value."""
        if predicate is None or object is None:
            return super().subjects(predicate, object, unique)
        return iter(self._index.by_predicate.get(predicate, {}).get(object, ()))

    def predicate_objects(self, subject: Any = None, unique: Any = False) -> Any:
        """Every statement about a node."""
        if subject is None:
            return super().predicate_objects(subject, unique)
        return (
            (p, value) for p, values in self._index.by_subject.get(subject, {}).items() for value in values
        )

    def items(self, list: Any) -> Any:
        """The members of an RDF list."""
        return _members(self._index, list)


def _members(index: _Index, node: Node | None) -> Iterator[Node]:
    while node and (members := index.by_subject.get(node, {}).get(_FIRST)):
        yield members[0]
        node = next(iter(index.by_subject[node].get(_REST, ())), None)


def _reached(start: Node, step: Any) -> Iterator[Node]:
    seen = {start}
    waiting = [start]
    while waiting:
        node = waiting.pop()
        yield node
        for other in step(node):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
