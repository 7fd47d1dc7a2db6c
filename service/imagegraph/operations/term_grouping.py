"""The same concept in several ontologies: one hit, with the one to use in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imagegraph.operations.term_hits import Hit, Ranking, SameTerm
from imagegraph.operations.term_names import concept_key, loose


def grouped(hits: Sequence[Hit], ranking: Ranking) -> list[Hit]:
    """These hits without those that are the same concept as an earlier one; it lists them as `same_as`.

    Two terms of different vocabularies are the same when each has the other as cross-reference, or when they have
    the same label (spelling and abbreviations in parentheses aside) and their vocabularies serve a common field: the crab *Cancer* is no disease.
    """
    leaders: list[Hit] = []
    same: dict[str, list[SameTerm]] = {}
    by_label: dict[str, list[Hit]] = {}
    by_reference: dict[str, Hit] = {}
    for hit in hits:
        key = loose(concept_key(hit.term))
        why = "same label"
        leader = next((other for other in by_label.get(key, ()) if _together(other, hit, ranking)), None)
        if leader is None:
            why = "cross-reference"
            leader = by_reference.get(hit.iri)
            if leader is not None and leader.iri not in _references(hit, ranking):
                leader = None
        if leader is None or hit.obsolete != leader.obsolete or hit.ontology == leader.ontology:
            leaders.append(hit)
            same[hit.iri] = []
            by_label.setdefault(key, []).append(hit)
            for iri in _references(hit, ranking):
                by_reference.setdefault(iri, hit)
            continue
        same[leader.iri].append(
            SameTerm(iri=hit.iri, curie=hit.curie, label=hit.label, ontology=hit.ontology, why=why)
        )
    return [replace(hit, same_as=tuple(same[hit.iri])) if same[hit.iri] else hit for hit in leaders]


def _references(hit: Hit, ranking: Ranking) -> set[str]:
    return {ranking.registry.iri(text) or text for text in hit.term.xrefs}


def _together(first: Hit, second: Hit, ranking: Ranking) -> bool:
    """Whether terms of two vocabularies may be about the same kind of things."""
    if first.ontology == second.ontology or first.term.kind != second.term.kind:
        return False
    fields = [
        {name for name, policy in ranking.registry.fields.items() for choice in policy.choices
         if choice.vocabulary == hit.ontology}
        for hit in (first, second)
    ]  # fmt: skip
    return not all(fields) or bool(fields[0] & fields[1])
