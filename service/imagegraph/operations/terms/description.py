"""Telling one term in full: its names in the caller's language, its place, what replaced it, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, Release, Term, TermName
from imagegraph.model.vocabularies import Vocabulary, VocabularyRegistry
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.ports.terms import TermIndex

#: steps of a path to the root after which it is not followed any further
_MOST_STEPS = 30
_MOST_CHILDREN = 20
_RELATIONS = {"": "", SUB_CLASS_OF: "kind of", PART_OF: "part of"}


@dataclass(frozen=True, kw_only=True)
class Label:
    """A label as it is shown.

    Attributes:
        language: BCP 47 tag; empty when nobody states one.
        fallback: none of the languages that were asked for has a label.
    """

    text: str
    language: str
    fallback: bool


@dataclass(frozen=True, kw_only=True)
class ShortTerm:
    """A term in one line.

    Attributes:
        relation: IRI of the relation that leads to it; empty where there is none to tell.
        relation_label: how that relation is called: "part of".
        known: some release that is loaded has it.
    """

    iri: str
    curie: str
    label: str
    ontology: str
    obsolete: bool = False
    relation: str = ""
    relation_label: str = ""
    known: bool = True


@dataclass(frozen=True, kw_only=True)
class TermDescription:
    """What is known about a term itself.

    Attributes:
        term: the copy to believe.
        copies: all copies, that one first.
        vocabulary: where it is at home; None when the registry does not know its base.
        names: of all copies, without duplicates, labels first.
        definition: of the first copy that has one.
        replacements: the chain that an obsolete term leads along, the nearest first.
        consider: terms that may fit instead.
        releases: of the copies, in their order; None for what came from elsewhere.
    """

    term: Term
    curie: str
    copies: tuple[Term, ...]
    vocabulary: Vocabulary | None
    label: Label
    names: tuple[TermName, ...]
    definition: str | None
    parents: tuple[ShortTerm, ...]
    replacements: tuple[ShortTerm, ...]
    consider: tuple[ShortTerm, ...]
    releases: tuple[Release | None, ...]


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The place of a term in its hierarchy.

    Attributes:
        path: from the root down to its first parent; empty for a root.
        children: the first ones; `children_total` of them there are.
    """

    path: tuple[ShortTerm, ...]
    children: tuple[ShortTerm, ...]
    children_total: int


def label_for(copies: Sequence[Term], languages: Sequence[str], *, registry: VocabularyRegistry) -> Label:
    """The label of a term in the first of these languages that any copy has, else the usual one.

    Args:
        copies: the one to believe first.
        languages: BCP 47 tags in the order of preference; `pt-br` also finds `pt`.
    """
    for wanted in languages:
        for exact in (True, False):
            for copy in copies:
                for name in copy.names:
                    if name.kind == "label" and _speaks(_language(name, copy, registry), wanted, exact=exact):
                        return Label(text=name.text, language=_language(name, copy, registry), fallback=False)
    text, stated = copies[0].label_in(())
    language = _language(TermName(text=text, language=stated), copies[0], registry)
    return Label(text=text, language=language, fallback=bool(languages))


def _language(name: TermName, copy: Term, registry: VocabularyRegistry) -> str:
    """What a name is written in; a release that states nothing writes in its vocabulary's first language."""
    if name.language:
        return name.language
    vocabulary = registry.vocabularies.get(copy.ontology) or registry.of_iri(copy.iri)
    return vocabulary.languages[0] if vocabulary is not None and vocabulary.languages else ""


def _speaks(language: str, wanted: str, *, exact: bool) -> bool:
    wanted = wanted.lower()
    return language == wanted if exact else language.partition("-")[0] == wanted.partition("-")[0]


def find_term(iri: str, *, lookup: TermLookup) -> tuple[str, str] | None:
    """The usual label and the CURIE of a term, None for what no release that is loaded has."""
    if lookup.registry.of_iri(iri) is None:
        return None
    copies = lookup.copies(iri)
    return (copies[0].label, lookup.registry.curie(iri)) if copies else None


def short_terms(
    iris: Iterable[str],
    *,
    index: TermIndex,
    registry: VocabularyRegistry,
    languages: Sequence[str],
    relations: Mapping[str, str] | None = None,
) -> tuple[ShortTerm, ...]:
    """These terms in one line each, in their order; those that no release has are called by their id.

    Args:
        relations: IRI of a term -> IRI of the relation that leads to it.
    """
    wanted = list(dict.fromkeys(iris))
    told = relations or {}
    known = index.copies([*wanted, *told.values()])

    def short(iri: str) -> ShortTerm:
        relation = told.get(iri, "")
        found = ShortTerm(
            iri=iri, curie=registry.curie(iri), label=registry.curie(iri), ontology="", known=False,
            relation=relation, relation_label=_relation_label(relation, known.get(relation, ())),
        )  # fmt: skip
        copies = known.get(iri, ())
        if not copies:
            return found
        label = label_for(copies, languages, registry=registry).text
        return replace(
            found, known=True, ontology=copies[0].ontology, obsolete=copies[0].obsolete, label=label
        )

    return tuple(short(iri) for iri in wanted)


def _relation_label(iri: str, copies: Sequence[Term]) -> str:
    """What people call a relation: what it is called in a release, or the end of its IRI."""
    if iri in _RELATIONS:
        return _RELATIONS[iri]
    return (copies[0].label if copies else Term(iri=iri).label).replace("_", " ")


def describe_term(
    copies: Sequence[Term],
    *,
    successors: Sequence[str],
    index: TermIndex,
    registry: VocabularyRegistry,
    languages: Sequence[str],
) -> TermDescription:
    """Everything about one term.

    Args:
        copies: what the releases say, as `TermIndex.copies` gives it; at least one.
        successors: what to use instead, the end of the chain first, as `Resolution.successors` gives it.
    """

    def short(iris: Iterable[str], relations: Mapping[str, str] | None = None) -> tuple[ShortTerm, ...]:
        return short_terms(iris, index=index, registry=registry, languages=languages, relations=relations)

    term = copies[0]
    relations = {parent.iri: parent.relation for parent in reversed(term.parents)}
    return TermDescription(
        term=term,
        curie=registry.curie(term.iri),
        copies=tuple(copies),
        vocabulary=registry.of_iri(term.iri) or registry.vocabularies.get(term.ontology),
        label=label_for(copies, languages, registry=registry),
        names=_names(copies),
        definition=next((copy.definition for copy in copies if copy.definition), None),
        parents=short((parent.iri for parent in term.parents), relations),
        replacements=short(reversed(successors) if term.replaced_by else ()),
        consider=short(term.consider),
        releases=_releases(copies, index),
    )


def surroundings(
    term: Term, *, index: TermIndex, registry: VocabularyRegistry, languages: Sequence[str]
) -> Surroundings:
    """What stands above and below one term."""
    below = index.related(term.iri, direction="children", part_of=True, limit=_MOST_CHILDREN)
    path = short_terms(_path(term, index), index=index, registry=registry, languages=languages)
    iris = [child.iri for child in below.terms]
    children = short_terms(iris, index=index, registry=registry, languages=languages)
    return Surroundings(path=path, children=children, children_total=below.total)


def _names(copies: Sequence[Term]) -> tuple[TermName, ...]:
    """The names of all copies, labels first, each text once in a language; unstated languages are English."""
    found: dict[tuple[bool, str, str], TermName] = {}
    for copy in copies:
        for name in copy.names:
            found.setdefault((name.kind != "label", name.text, name.language or "en"), name)
    return tuple(found[key] for key in sorted(found, key=lambda key: key[0]))


def _path(term: Term, index: TermIndex) -> list[str]:
    """One way from the root down to a parent: always the first parent that is not only a whole."""
    found: list[str] = []
    while len(found) < _MOST_STEPS:
        above = sorted(term.parents, key=lambda parent: parent.relation != SUB_CLASS_OF)
        if not above or above[0].iri in (*found, term.iri):
            break
        found.insert(0, above[0].iri)
        copies = index.copies([above[0].iri]).get(above[0].iri)
        if not copies:
            break
        term = copies[0]
    return found


def _releases(copies: Sequence[Term], index: TermIndex) -> tuple[Release | None, ...]:
    listed = {(one.ontology, one.header.version): one for one in index.releases()}
    return tuple(listed.get((copy.ontology, copy.version)) for copy in copies)
