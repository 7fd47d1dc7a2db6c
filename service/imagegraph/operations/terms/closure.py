"""What is known about terms, as RDF with everything above them written out.

`rdfs:subClassOf` is given as its reflexive and transitive closure, which RDF Schema entails
(https://www.w3.org/TR/rdf11-mt/#rdfs-entailment), and part_of (BFO:0000050) as its transitive closure along
subclasses, so that "everything below this term" is one triple pattern and needs no property path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, Term, TermName
from imagegraph.model.rdf import OBO, RDF_TYPE, RDFS, Literal, NamedNode, Namespace, Triple
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.ports.terms import TermIndex

OWL = Namespace("http://www.w3.org/2002/07/owl#")
_KINDS = {"class": OWL.Class, "individual": OWL.NamedIndividual, "property": RDFS.Property}
_REPLACED_BY = OBO.IAO_0100001
_UPWARDS = (SUB_CLASS_OF, PART_OF)


@dataclass(frozen=True)
class Hierarchy:
    """Terms with everything above them.

    Attributes:
        copies: IRI -> what the current releases say, the copy to believe first; empty for unknown terms.
        parents: IRI -> (parent, relation), by the first copy that has a parent.
    """

    copies: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    parents: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def above(self, iri: str) -> tuple[set[str], set[str]]:
        """The terms that this one is a kind of, itself included, and the terms that it is a part of."""
        kinds, wholes = {iri}, set[str]()
        waiting = [(iri, False)]
        while waiting:
            node, part = waiting.pop()
            for parent, relation in self.parents.get(node, ()):
                as_part = part or relation == PART_OF
                reached = wholes if as_part else kinds
                if parent not in reached:
                    reached.add(parent)
                    waiting.append((parent, as_part))
        return kinds, wholes


def ways_up(copies: Sequence[Term]) -> tuple[tuple[str, str], ...]:
    """(parent, relation) of a term, subClassOf and part_of, by the first of its copies that has parents."""
    known = next((term.parents for term in copies if term.parents), ())
    return tuple((parent.iri, parent.relation) for parent in known if parent.relation in _UPWARDS)


def hierarchy_of(iris: Iterable[str], *, index: TermIndex) -> Hierarchy:
    """These terms, what replaces them, and all that is above; cycles and missing parents end a way up."""
    found = Hierarchy()
    waiting = set(iris)
    while waiting:
        copies = index.copies(sorted(waiting))
        coming = set[str]()
        for iri in waiting:
            own = copies.get(iri, ())
            found.copies[iri] = own
            found.parents[iri] = ways_up(own)
            coming.update(parent for parent, _ in found.parents[iri])
            coming.update(own[0].replaced_by if own else ())
        waiting = coming - found.copies.keys()
    return found


def described(iris: Iterable[str], *, index: TermIndex, registry: VocabularyRegistry) -> list[Triple]:
    """Statements about these terms and all above: labels, types, where they come from, and the closures."""
    wanted = set(iris)
    hierarchy = hierarchy_of(wanted, index=index)
    homes = _homes(index, registry)
    found: list[Triple] = []
    for iri, copies in hierarchy.copies.items():
        node = _node(iri)
        if node is None or not (copies or iri in wanted):
            continue
        found += _own(node, copies, homes)
        if not copies or copies[0].kind != "property":
            kinds, wholes = hierarchy.above(iri)
            for relation, others in ((SUB_CLASS_OF, kinds), (PART_OF, wholes)):
                found += [Triple(node, NamedNode(relation), other) for other in map(_node, others) if other]
    return found


def _own(node: NamedNode, copies: tuple[Term, ...], homes: Mapping[str, str]) -> Iterator[Triple]:
    """What is said about one term itself."""
    if not copies:
        return
    best = copies[0]
    yield Triple(node, RDF_TYPE, _KINDS[best.kind])
    for label in _labels(copies):
        yield Triple(node, RDFS.label, _text(label))
    home = _node(homes.get(best.ontology, ""))
    if home is not None:
        yield Triple(node, RDFS.isDefinedBy, home)
        if best.version:
            yield Triple(home, OWL.versionInfo, Literal(best.version))
    if best.obsolete:
        yield Triple(node, OWL.deprecated, Literal(True))
    for other in map(_node, best.replaced_by):
        if other is not None:
            yield Triple(node, _REPLACED_BY, other)


def _labels(copies: tuple[Term, ...]) -> Iterator[TermName]:
    """The labels of the best copy, and those of others in languages that it lacks."""
    had = set[str]()
    for term in copies:
        labels = [name for name in term.names if name.kind == "label"]
        yield from (name for name in labels if (name.language or "en") not in had)
        had.update(name.language or "en" for name in labels)


def _text(name: TermName) -> Literal:
    try:
        return Literal(name.text, language=name.language) if name.language else Literal(name.text)
    except ValueError:  # not a language tag
        return Literal(name.text)


def _homes(index: TermIndex, registry: VocabularyRegistry) -> dict[str, str]:
    """Id of a vocabulary -> IRI of its ontology."""
    homes = {
        id: next(iter(vocabulary.releases), vocabulary.homepage or vocabulary.base)
        for id, vocabulary in registry.vocabularies.items()
    }
    for release in index.releases():
        if release.current and release.header.iri and release.source != "starter":
            homes[release.ontology] = release.header.iri
    return homes


def _node(iri: str) -> NamedNode | None:
    """The IRI as a node; None when a release uses something that is none."""
    try:
        return NamedNode(iri)
    except ValueError:
        return None
