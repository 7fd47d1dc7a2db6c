"""Which hits of a search may be offered: terms of the vocabularies that were asked for, each once, its best copy."""

from __future__ import annotations

from collections.abc import Iterable

from imagegraph.adapters.ols.described import Described, best
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.ports.terms import TermScope


def fitting(hits: Iterable[Described], *, scope: TermScope, registry: VocabularyRegistry) -> list[Described]:
    """The hits that fit a scope, in their order; of several copies of a term the one to believe.

    A service also lists what an ontology imports: a term counts for the vocabulary that its IRI belongs to.
    """
    copies: dict[str, list[Described]] = {}
    for hit in hits:
        if hit.term.kind != "property" and _is_in(hit, scope, registry) and _is_below(hit, scope):
            copies.setdefault(hit.term.iri, []).append(hit)
    chosen = (best(found, ontology=None, registry=registry) for found in copies.values())
    return [hit for hit in chosen if hit is not None and (scope.obsolete or not hit.term.obsolete)]


def _is_in(hit: Described, scope: TermScope, registry: VocabularyRegistry) -> bool:
    if not scope.ontologies:
        return True
    home = registry.of_iri(hit.term.iri)
    if home is not None:
        return home.id in scope.ontologies
    known = any(registry.vocabularies.get(ontology) for ontology in scope.ontologies)
    return hit.term.ontology in scope.ontologies and (hit.term.defining or not known)


def _is_below(hit: Described, scope: TermScope) -> bool:
    """Whether a hit is below one of the roots; what does not tell its ancestors was filtered by the service."""
    if not scope.under or hit.above is None:
        return True
    return hit.term.iri in scope.under or not hit.above.isdisjoint(scope.under)
