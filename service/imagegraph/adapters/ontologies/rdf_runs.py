"""Statements of RDF, one after the other, gathered into terms.

A run is what a file says about one thing before it turns to another, together with the anonymous descriptions
that stand within it. A term may come in several runs; parts that do not say what kind of thing they are about are
held back until the end, up to a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from imagegraph.adapters.ontologies.annotations import OWL, PARENTS, RDF, RDFS, SCHEMA, SKOS, Draft
from imagegraph.adapters.ontologies.rdf_anonymous import (
    DESCRIBED,
    Fact,
    Waiting,
    tell_axiom,
    tell_description,
)
from imagegraph.model.ontology import Parent, ReadProblem, Term, TermKind
from imagegraph.model.rdf import BlankNode, Literal, NamedNode, Quad

_TYPE = RDF + "type"
_CLASSES = frozenset({
    OWL + "Class", RDFS + "Class", SKOS + "Concept", SCHEMA + "Taxon", OWL + "DeprecatedClass",
})  # fmt: skip
_PROPERTIES = frozenset({
    OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty", RDF + "Property",
    OWL + "DeprecatedProperty", OWL + "TransitiveProperty", OWL + "FunctionalProperty",
})  # fmt: skip
_DEPRECATED = frozenset({OWL + "DeprecatedClass", OWL + "DeprecatedProperty"})
#: types of what stands in ontology files without being a term of them
_NO_TERMS = frozenset({
    OWL + "Ontology", SKOS + "ConceptScheme", SKOS + "Collection", SKOS + "OrderedCollection", RDFS + "Datatype",
    "http://www.w3.org/2003/11/swrl#Variable", "http://xmlns.com/foaf/0.1/Person",
    "http://xmlns.com/foaf/0.1/Organization", "http://xmlns.com/foaf/0.1/Document", SCHEMA + "Person",
    SCHEMA + "Organization", "http://www.w3.org/ns/prov#Person", "http://www.w3.org/ns/shacl#NodeShape",
    "http://www.w3.org/ns/shacl#PropertyShape", "http://www.w3.org/ns/shacl#PrefixDeclaration",
})  # fmt: skip
#: the languages' own words
_BUILT_IN = (OWL, RDF, RDFS, "http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/XML/1998/namespace")
_BAD_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_MOST_WATCHED = 200_000


@dataclass
class _Run:
    subject: str = ""
    facts: list[Fact] = field(default_factory=list)
    blanks: dict[str, list[Fact]] = field(default_factory=dict)
    size: int = 0


class RunReader:
    """Makes terms from the statements of one file.

    Args:
        problems: what cannot be read is told here.
        base: what relative IRIs were resolved against; nothing below it is a term.
    """

    def __init__(self, *, problems: list[ReadProblem], base: str) -> None:
        self._problems = problems
        self._base = base
        self._kinds: dict[str, TermKind] = {}
        self._held: dict[str, Draft] = {}
        self._waiting = Waiting()

    def terms(self, quads: Iterable[Quad]) -> Iterator[Term]:
        """The terms, as soon as a run ends."""
        run = _Run()
        for quad in quads:
            subject, value = quad.subject, quad.object
            if not isinstance(value, NamedNode | BlankNode | Literal):
                continue
            if isinstance(subject, NamedNode):
                if subject.value != run.subject:
                    yield from self._finish(run)
                    run = _Run(subject.value)
                run.facts.append((quad.predicate.value, value))
            elif isinstance(subject, BlankNode):
                run.blanks.setdefault(subject.value, []).append((quad.predicate.value, value))
                run.size += 1
                if run.size > _MOST_WATCHED:
                    yield from self._finish(run)
                    run = _Run(run.subject)
        yield from self._finish(run)
        yield from self._end()

    def _finish(self, run: _Run) -> Iterator[Term]:
        """The terms that a run makes: its subject, and what its axioms speak of."""
        drafts: dict[str, Draft] = {}
        if run.subject:
            drafts[run.subject] = draft = Draft(run.subject)
            types = self._tell(draft, run)
            draft.kind = self._kind(draft, types)
            if draft.kind is None and types:
                del drafts[run.subject]
        for name, value in run.facts:
            if name == SKOS + "narrower" and isinstance(value, NamedNode):
                narrower = drafts.setdefault(value.value, Draft(value.value))
                narrower.parents[Parent(iri=run.subject)] = None
        for facts in run.blanks.values():
            tell_axiom(facts, drafts)
        self._waiting.keep(run.blanks, facts=run.facts)
        for draft in drafts.values():
            if not draft.iri.startswith(_BUILT_IN):
                yield from self._released(draft)

    def _released(self, draft: Draft) -> Iterator[Term]:
        """A draft whose kind is known, as a term; others are held back."""
        self._problems += [
            ReadProblem(message=f"{draft.iri}: {text}.", term=draft.iri) for text in draft.left_out
        ]
        draft.left_out.clear()
        if _BAD_IRI.search(draft.iri) or draft.iri.startswith(self._base):
            what = repr(draft.iri.removeprefix(self._base))
            self._problems.append(
                ReadProblem(message=f"{what} is no absolute IRI; the term is left out.", term=draft.iri)
            )
            return
        known = self._kinds.get(draft.iri)
        if known == "class" and draft.kind == "individual":
            draft.kind = "class"
        if draft.kind is None:
            draft.kind = known
        if draft.kind is None:
            term = draft.term()
            if (term.names or term.parents or term.obsolete) and len(self._held) < _MOST_WATCHED:
                self._held[draft.iri] = _joined(self._held.get(draft.iri), draft)
            return
        if len(self._kinds) < _MOST_WATCHED:
            self._kinds.setdefault(draft.iri, draft.kind)
        yield draft.term()
        yield from draft.replaced()

    def _tell(self, draft: Draft, run: _Run) -> set[str]:
        """Put the facts of a run into a draft; returns the types."""
        types: set[str] = set()
        for name, value in run.facts:
            if isinstance(value, BlankNode):
                found = run.blanks.get(value.value)
                if name not in DESCRIBED:
                    continue
                if found is not None:
                    tell_description(draft, name, found, run.blanks)
                else:
                    self._waiting.refer(draft.iri, name, value.value)
            elif isinstance(value, Literal):
                draft.add(name, value.value, language=value.language or "")
            elif name == _TYPE:
                types.add(value.value)
            elif name in PARENTS:
                if not value.value.startswith(_BUILT_IN):
                    draft.parents[Parent(iri=value.value)] = None
            else:
                draft.add(name, value.value, is_iri=True)
        if types & _DEPRECATED:
            draft.obsolete = True
        return types

    def _kind(self, draft: Draft, types: set[str]) -> TermKind | None:
        """What a thing of these types is; None when it is no term."""
        if types & _PROPERTIES:
            return "property"
        if types & _CLASSES:
            return "class"
        others = [name for name in types if not name.startswith(_BUILT_IN)]
        if types & _NO_TERMS or not types:
            return None
        if self._kinds.get(draft.iri) == "class":
            return "class"
        if not draft.names and OWL + "NamedIndividual" not in types:
            return None
        for name in sorted(others):
            draft.parents.setdefault(Parent(iri=name))
        return "individual"

    def _end(self) -> Iterator[Term]:
        """What was held back: parts of terms that were met, and things that stand in a hierarchy."""
        for draft in self._waiting.drafts():
            self._held[draft.iri] = _joined(self._held.get(draft.iri), draft)
        if self._waiting.lost:
            self._problems.append(
                ReadProblem(
                    message="Too many anonymous descriptions stand far from the terms they belong to; some relations "
                    "and definitions are left out. Files that are written as Turtle or RDF/XML keep them together."
                )
            )
        nameless = 0
        for draft in self._held.values():
            known = self._kinds.get(draft.iri)
            if known is None and not draft.parents and len(self._kinds) < _MOST_WATCHED:
                nameless += 1
                continue
            draft.kind = known or "class"
            yield draft.term()
        if nameless:
            self._problems.append(
                ReadProblem(
                    message=f"{nameless} things have a name but no type, and stand in no hierarchy; they are left out."
                )
            )


def _joined(first: Draft | None, second: Draft) -> Draft:
    """Two parts of one thing as one."""
    if first is None:
        return second
    for key, kind in second.names.items():
        first.names.setdefault(key, kind)
    first.definitions += second.definitions
    for name in ("parents", "replaced_by", "consider", "xrefs", "subsets", "alternatives"):
        getattr(first, name).update(getattr(second, name))
    first.obsolete = first.obsolete or second.obsolete
    return first
