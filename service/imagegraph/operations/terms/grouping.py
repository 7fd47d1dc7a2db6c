"""The same concept in several ontologies: one hit, with the one to use in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imagegraph.operations.terms.hits import Hit, Ranking, SameTerm
from imagegraph.operations.terms.names import concept_key
from imagegraph.operations.terms.respelling import loose


def grouped(hits: Sequence[Hit], ranking: Ranking) -> list[Hit]:
    """One hit for each concept, at the place of its best one: the term to use here, the others as `same_as`.

    Two terms of different vocabularies are the same when each has the other as cross-reference, or when they have
    the same label (spelling and abbreviations in parentheses aside) and their vocabularies serve a common field:
    the crab *Cancer* is no disease.

    Args:
        hits: best first.
    """
    groups: list[list[tuple[Hit, str]]] = []
    by_label: dict[str, list[int]] = {}
    by_reference: dict[str, int] = {}
    for hit in hits:
        key = loose(concept_key(hit.term))
        references = {ranking.registry.iri(text) or text for text in hit.term.xrefs}
        found = next((n for n in by_label.get(key, ()) if _alike(groups[n][0][0], hit, ranking)), None)
        why = "same label"
        if found is None and hit.iri in by_reference:
            other = groups[by_reference[hit.iri]][0][0]
            if other.iri in references and _apart(other, hit):
                found, why = by_reference[hit.iri], "cross-reference"
        if found is not None:
            groups[found].append((hit, why))
            continue
        by_label.setdefault(key, []).append(len(groups))
        for iri in references:
            by_reference.setdefault(iri, len(groups))
        groups.append([(hit, "")])
    return [_led(group, ranking) for group in groups]


def _led(group: Sequence[tuple[Hit, str]], ranking: Ranking) -> Hit:
    """The hit for a concept: the term that the field wants most, also when another has the better name."""
    best = group[0][0]
    if len(group) == 1:
        return best
    leader = min(
        (hit for hit, _ in group),
        key=lambda hit: (not hit.inside, ranking.position(hit.ontology), hit.order),
    )
    why = next(why for _, why in group if why)
    others = tuple(
        SameTerm(iri=hit.iri, curie=hit.curie, label=hit.label, ontology=hit.ontology, why=own or why)
        for hit, own in group
        if hit is not leader
    )
    if leader.exact or not best.exact:
        return replace(leader, same_as=others)
    fit = leader.reason.partition("; ")[2]
    reason = f"{best.reason.partition('; ')[0]} of {best.curie}, the same concept" + (
        f"; {fit}" if fit else ""
    )
    return replace(
        leader, same_as=others, match=best.match, matched=best.matched, tier=best.tier, reason=reason
    )


def _alike(first: Hit, second: Hit, ranking: Ranking) -> bool:
    """Whether terms with the same label may be about the same kind of things."""
    one, other = ranking.serves(first.ontology), ranking.serves(second.ontology)
    return _apart(first, second) and (not one or not other or bool(one & other))


def _apart(first: Hit, second: Hit) -> bool:
    """Whether two terms are of different vocabularies, and both in use or both not."""
    return (
        first.ontology != second.ontology
        and (first.term.kind == "property") == (second.term.kind == "property")
        and first.obsolete == second.obsolete
    )
