"""What a term's id leads to, from what is loaded: the states of `ports.terms.Resolution`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from imagegraph.model.ontology import STARTER, Release, Term
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.terms.chains import chain_of, with_replacements
from imagegraph.ports.terms import Resolution, State, TermIndex


def resolved(copies: Sequence[Term], index: TermIndex, registry: VocabularyRegistry) -> Resolution:
    """What is known about a term that is here, with the chain of what replaces it."""
    term = copies[0]
    if not term.obsolete:
        return Resolution(state="ok", term=term)
    terms = with_replacements({term.iri: copies}, index.copies, registry)
    chain = chain_of(term.iri, terms, registry)
    curie = registry.curie(term.iri)
    state: State = "replaced" if len(chain.ends) == 1 else "obsolete"
    detail = f"{curie} is obsolete; nothing replaces it."
    if chain.ends or chain.consider:
        names = ", ".join(registry.curie(iri) for iri in chain.ends or chain.consider)
        detail = f"{curie} is obsolete; replaced by {names}."
        if state == "obsolete":
            state = "ambiguous"
            detail = f"{curie} is obsolete; a person must choose among {names}."
    return Resolution(state=state, term=term, successors=chain.iris or chain.consider, detail=detail)


def unknown(iri: str, index: TermIndex, registry: VocabularyRegistry) -> Resolution:
    """What it means that no release here has a term: only the release of its own vocabulary can deny it."""
    vocabulary = registry.of_iri(iri)
    curie = registry.curie(iri)
    if vocabulary is None:
        return Resolution(state="unavailable", detail=f"{curie} is of no vocabulary that is known here.")
    release = next((entry for entry in _answering(index) if entry.ontology == vocabulary.id), None)
    if release is None:
        return Resolution(
            state="unavailable",
            detail=f"{curie} is not in the starter vocabulary, and no release of {vocabulary.title} is loaded: "
            f"`imagegraph terms pull {vocabulary.id}`.",
        )
    version = f" {release.header.version}" if release.header.version else ""
    return Resolution(
        state="not_found", detail=f"{curie} is not in the loaded release{version} of {vocabulary.title}."
    )


def not_loaded(ids: Iterable[str], index: TermIndex, registry: VocabularyRegistry) -> tuple[str, ...]:
    """A sentence for each of these vocabularies of which no release is loaded but perhaps the starter's."""
    loaded = {release.ontology for release in _answering(index)}
    return tuple(
        f"Of {registry.vocabularies[id].title} only the starter terms are here; for all: `imagegraph terms pull {id}`."
        for id in ids
        if id not in loaded and id in registry.vocabularies and registry.vocabularies[id].releases
    )


def _answering(index: TermIndex) -> Iterator[Release]:
    """The current releases that are not the starter's."""
    return (release for release in index.releases() if release.current and release.source != STARTER)
