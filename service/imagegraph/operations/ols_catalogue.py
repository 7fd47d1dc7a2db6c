"""The local index as OLS sees it: ontologies, and in each of them its copy of a term.

OLS keeps a copy of a term for every ontology that mentions it, and one of these is the home of the term. Here the
home is where the registry says the IRI belongs, also when only the starter has the term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, Parent, Release, Term, TermKind
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.ports.terms import Place, TermCatalogue, TermPage

#: what OLS takes as the id of an ontology, and the dots that ours may have
_ONTOLOGY = re.compile(r"[-A-Za-z0-9_.]{1,100}")
_NOWHERE = Place()
_RARE_KINDS: tuple[TermKind, ...] = ("property", "individual")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A term as one ontology tells it.

    Attributes:
        prefix: of the ontology's CURIEs.
        curie: `FBbi:00000246`; the short form when nothing better is known.
        short_form: last part of the IRI.
        defining: this ontology is the home of the term.
        place: whether other terms stand below it in this ontology.
    """

    term: Term
    release: Release
    prefix: str
    curie: str
    short_form: str
    defining: bool
    place: Place

    @property
    def above(self) -> tuple[Parent, ...]:
        """The parents that count in hierarchies."""
        return tuple(parent for parent in self.term.parents if is_hierarchical(parent.relation))


class OlsCatalogue:
    """Looks things up the way OLS names them. Made anew for each request, which sees one state of the index."""

    def __init__(self, index: TermCatalogue, registry: VocabularyRegistry) -> None:
        self.index = index
        self.registry = registry
        shown: dict[str, Release] = {}
        for release in index.releases():
            known = shown.get(release.ontology)
            if known is None or (release.current and not known.current):
                shown[release.ontology] = release
        #: id -> the release that answers, in the order of the ids
        self.releases: Mapping[str, Release] = dict(sorted(shown.items()))

    def get_release(self, ontology: str) -> Release:
        """The release that answers for an ontology, whatever the case of its id.

        Raises:
            BadParameter: no ontology can be called so.
            NotFound: it is not loaded.
        """
        if not is_ontology_id(ontology):
            raise BadParameter(
                "The id of an ontology has only letters, digits, hyphens, dots and underscores.",
                parameter="ontology",
            )
        found = self.releases.get(ontology.lower())
        if found is None:
            raise NotFound(f"The ontology {ontology} is not loaded here.", ontology=ontology)
        return found

    def counts(self, release: Release) -> Mapping[str, int]:
        """How many terms of each kind a release holds."""
        others: dict[str, int] = {
            kind: self.index.listed(release.number, kind=kind, limit=0).total for kind in _RARE_KINDS
        }
        return {"class": max(release.terms - sum(others.values()), 0), **others}

    def listed(
        self, releases: Sequence[Release], *, offset: int, limit: int, kind: TermKind | None = None,
        obsolete: bool | None = None, roots: bool = False,
    ) -> TermPage:  # fmt: skip
        """The terms of these releases, one release after the other."""
        terms: list[Term] = []
        before = 0
        for release in releases:
            found = self.index.listed(
                release.number, kind=kind, obsolete=obsolete, roots=roots,
                offset=max(offset - before, 0), limit=limit - len(terms),
            )  # fmt: skip
            terms += found.terms
            before += found.total
        return TermPage(tuple(terms), before)

    def is_home(self, term: Term) -> bool:
        """Whether this is the copy of the ontology that a term is of, be it only the starter's."""
        home = self.registry.of_iri(term.iri)
        return term.defining if home is None else home.id == term.ontology

    def prefix_of(self, ontology: str) -> str:
        """The CURIE prefix of an ontology."""
        known = self.registry.vocabularies.get(ontology)
        return ontology.upper() if known is None else known.prefix

    def find_copy(self, text: str, *, release: Release, kind: TermKind = "class") -> Term | None:
        """The term that an IRI, CURIE or short form names, as that ontology tells it; None when it does not."""
        iris = self._spelled(text, release=release)
        copies = self.index.copies(iris)
        return next(
            (
                copy
                for iri in iris
                for copy in copies.get(iri, ())
                if copy.ontology == release.ontology and copy.kind == kind
            ),
            None,
        )

    def get_copy(self, text: str, *, release: Release, kind: TermKind = "class") -> Term:
        """Like `find_copy`.

        Raises:
            NotFound: the ontology has no such term.
        """
        found = self.find_copy(text, release=release, kind=kind)
        if found is None:
            raise NotFound(f"There is no {kind} {text} in {release.ontology}.", id=text)
        return found

    def copies(self, text: str, *, kind: TermKind | None = "class") -> list[Term]:
        """What every ontology says about the term that an IRI, CURIE or short form names; its home first."""
        iris = self._spelled(text, release=None)
        found = self.index.copies(iris)
        return next((of for iri in iris if (of := self.one_each(found.get(iri, ()), kind=kind))), [])

    @staticmethod
    def one_each(copies: Iterable[Term], *, kind: TermKind | None = None) -> list[Term]:
        """The best copy of each ontology (the starter's only where there is no other), in the order given."""
        best: dict[str, Term] = {}
        for copy in copies:
            if kind is None or copy.kind == kind:
                best.setdefault(copy.ontology, copy)
        return list(best.values())

    def entries(self, terms: Sequence[Term]) -> list[Entry]:
        """The terms with all that OLS says about a term, in the same order."""
        by_ontology: dict[str, list[str]] = {}
        for term in terms:
            by_ontology.setdefault(term.ontology, []).append(term.iri)
        places = {
            ontology: self.index.places(iris, ontology=ontology) for ontology, iris in by_ontology.items()
        }
        return [
            self._entry(term, places[term.ontology].get(term.iri, _NOWHERE))
            for term in terms
            if term.ontology in self.releases
        ]

    def _entry(self, term: Term, place: Place) -> Entry:
        home = self.registry.of_iri(term.iri)
        tail = short_form(term.iri)
        return Entry(
            term=term,
            release=self.releases[term.ontology],
            prefix=self.prefix_of(term.ontology),
            curie=curie_like(tail) if home is None else self.registry.curie(term.iri),
            short_form=tail,
            defining=self.is_home(term),
            place=place,
        )

    def _spelled(self, text: str, *, release: Release | None) -> list[str]:
        """The IRIs that a text may stand for, the likeliest first."""
        text = text.strip()
        found = [text] if ":" in text else []
        known = self.registry.iri(text)
        if known is not None:
            found.append(known)
        elif "/" not in text:  # perhaps of an ontology that nobody has described
            near = self.releases.values() if release is None else (release,)
            for one in near:
                if one.ontology not in self.registry.vocabularies:
                    found += [
                        sample.iri.removesuffix(short_form(sample.iri)) + text.replace(":", "_", 1)
                        for sample in self.index.listed(one.number, limit=1).terms
                    ]
        return found


def is_hierarchical(relation: str) -> bool:
    """Whether a relation leads upwards in what OLS calls the hierarchy: subClassOf, part_of and its spellings."""
    return relation in (SUB_CLASS_OF, PART_OF) or relation.endswith("part_of")


def ancestors_in(
    copies: Mapping[str, Sequence[Term]], term: Term, *, relations: Callable[[str], bool]
) -> list[str]:
    """The IRIs above a term by some relations, nearest first, as far as these copies tell."""
    found: dict[str, None] = {}
    waiting = [term]
    while waiting:
        here = waiting.pop(0)
        for parent in here.parents:
            if relations(parent.relation) and parent.iri not in found and parent.iri != term.iri:
                found[parent.iri] = None
                told = copies.get(parent.iri, ())
                waiting += [copy for copy in told if copy.ontology == term.ontology][:1] or told[:1]
    return list(found)


def is_ontology_id(text: str) -> bool:
    """Whether an ontology can be called so."""
    return _ONTOLOGY.fullmatch(text) is not None


def short_form(iri: str) -> str:
    """The last part of an IRI, which OLS calls its short form.

    >>> short_form("http://purl.obolibrary.org/obo/FBbi_00000246"), short_form("http://example.org/x#Cell")
    ('FBbi_00000246', 'Cell')
    """
    return re.split(r"[/#]", iri.rstrip("/#"))[-1] or iri


def curie_like(tail: str) -> str:
    """A short form as OLS writes it as an OBO id: the last underscore becomes a colon.

    >>> curie_like("GO_0043226"), curie_like("Cell")
    ('GO:0043226', 'Cell')
    """
    prefix, underscore, local = tail.rpartition("_")
    return f"{prefix}:{local}" if underscore else tail
