"""Anonymous descriptions in RDF: restrictions, intersections, old-style definitions, annotated axioms.

They mostly stand within the description of the term that needs them. Those that stand elsewhere, as in sorted
N-Triples, wait here, up to a limit, so that memory does not grow with the file.
OWL as RDF: https://www.w3.org/TR/owl2-mapping-to-rdf/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from imagegraph.adapters.ontologies.annotations import (
    DC,
    DEFINITIONS,
    NAME_KINDS,
    OIO,
    OWL,
    RDF,
    RDFS,
    SKOS,
    Draft,
    is_abbreviating,
)
from imagegraph.model.ontology import Parent
from imagegraph.model.rdf import BlankNode, Literal, NamedNode

Fact = tuple[str, NamedNode | BlankNode | Literal]
Blanks = Mapping[str, Sequence[Fact]]

#: properties of terms whose anonymous values are looked at
DESCRIBED = frozenset({RDFS + "subClassOf", OWL + "equivalentClass", *NAME_KINDS, *DEFINITIONS})
_TEXTS = frozenset({RDFS + "label", RDF + "value", SKOS + "literalForm"})
_USEFUL = frozenset({
    OWL + "someValuesFrom", OWL + "onProperty", OWL + "intersectionOf", RDF + "first", RDF + "rest", *_TEXTS,
})  # fmt: skip
_MOST_KEPT = 100_000
_DEEPEST = 20


class Waiting:
    """Anonymous descriptions that stand far from the terms they belong to, and terms that need one.

    Attributes:
        lost: some terms did not get theirs, because there were too many to keep.
    """

    def __init__(self) -> None:
        self._descriptions: dict[str, list[Fact]] = {}
        self._references: list[tuple[str, str, str]] = []
        self.lost = False
        self._full = False

    def keep(self, blanks: Blanks, *, facts: Sequence[Fact]) -> None:
        """Keep the descriptions that these facts of a term do not lead to."""
        if not blanks:
            return
        used = _reachable(facts, blanks)
        for node, said in blanks.items():
            useful = any(name in _USEFUL for name, _ in said)
            if node in used or not useful or any(name == OWL + "annotatedSource" for name, _ in said):
                continue
            if len(self._descriptions) < _MOST_KEPT:
                self._descriptions.setdefault(node, []).extend(said)
            else:
                self._full = True

    def refer(self, iri: str, name: str, node: str) -> None:
        """A term needs a description that has not come yet, as the value of a property."""
        if len(self._references) < _MOST_KEPT:
            self._references.append((iri, name, node))
        else:
            self.lost = True

    def drafts(self) -> Iterator[Draft]:
        """What the descriptions say about the terms that waited for them."""
        for iri, name, node in self._references:
            facts = self._descriptions.get(node)
            if facts is not None:
                draft = Draft(iri)
                tell_description(draft, name, facts, self._descriptions)
                yield draft
            elif self._full:
                self.lost = True


def tell_description(draft: Draft, name: str, facts: Sequence[Fact], blanks: Blanks) -> None:
    """What an anonymous description says about the thing that refers to it by a property."""
    if name in (RDFS + "subClassOf", OWL + "equivalentClass"):
        for parent in _parents(facts, blanks, depth=0):
            draft.parents[parent] = None
        return
    for inner, value in facts:
        if inner in _TEXTS and isinstance(value, Literal):
            draft.add(name, value.value, language=value.language or "")


def tell_axiom(facts: Sequence[Fact], drafts: dict[str, Draft]) -> None:
    """A synonym's type that an owl:Axiom states: `abbreviation` makes it one."""
    said = dict(facts)
    source, target = said.get(OWL + "annotatedSource"), said.get(OWL + "annotatedTarget")
    if not isinstance(source, NamedNode) or not isinstance(target, Literal):
        return
    for name, value in facts:
        if name in (OIO + "hasSynonymType", DC + "type") and is_abbreviating(value.value):
            draft = drafts.setdefault(source.value, Draft(source.value))
            draft.add_name(target.value, kind="abbreviation", language=target.language or "")


def _parents(facts: Sequence[Fact], blanks: Blanks, *, depth: int) -> Iterator[Parent]:
    """The steps up that follow from a class expression: `some` restrictions, and members of an intersection."""
    said = dict(facts)
    relation, filler = said.get(OWL + "onProperty"), said.get(OWL + "someValuesFrom")
    if isinstance(relation, NamedNode) and isinstance(filler, NamedNode):
        yield Parent(iri=filler.value, relation=relation.value)
    node = said.get(OWL + "intersectionOf")
    seen: set[str] = set()
    while isinstance(node, BlankNode) and node.value not in seen and depth < _DEEPEST:
        seen.add(node.value)
        cell = dict(blanks.get(node.value, ()))
        member = cell.get(RDF + "first")
        if isinstance(member, NamedNode):
            if not member.value.startswith(OWL):
                yield Parent(iri=member.value)
        elif isinstance(member, BlankNode):
            yield from _parents(blanks.get(member.value, ()), blanks, depth=depth + 1)
        node = cell.get(RDF + "rest")


def _reachable(facts: Sequence[Fact], blanks: Blanks) -> set[str]:
    """The anonymous nodes that facts lead to."""
    found: set[str] = set()
    open_ = [value.value for _, value in facts if isinstance(value, BlankNode)]
    while open_:
        node = open_.pop()
        if node in blanks and node not in found:
            found.add(node)
            open_ += [value.value for _, value in blanks[node] if isinstance(value, BlankNode)]
    return found
