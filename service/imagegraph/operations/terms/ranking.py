"""Which of several terms a text means, best first, and why: pure functions over terms.

The tier of a hit comes from comparing the text with the term's own names, whoever offered the term: an
index or a remote service is only believed to know candidates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term
from imagegraph.operations.terms.chains import Chain, chain_of
from imagegraph.operations.terms.grouping import grouped
from imagegraph.operations.terms.hits import Hit, Ranking, SameTerm
from imagegraph.operations.terms.matching import (
    CLOSE,
    ID,
    INEXACT,
    PREFIX,
    RELATED,
    VARIANT,
    Meeting,
    Wanted,
    best_meeting,
)  # fmt: skip
from imagegraph.operations.terms.names import SpokenName, concept_key, spoken_names
from imagegraph.operations.terms.respelling import loose

#: hits that are told for each one that is wanted, so that the same concept elsewhere can be grouped
_SPARE = 2

__all__ = ["Hit", "Ranking", "SameTerm", "rank"]


@dataclass(frozen=True, slots=True)
class _Place:
    """A term in the order of hits, before it is told."""

    copies: Sequence[Term]
    meeting: Meeting
    home: str
    inside: bool | None
    order: tuple[int | str, ...]
    chain: Chain | None
    replaces: str | None


def rank(
    terms: Mapping[str, Sequence[Term]], text: str, ranking: Ranking, *, limit: int | None = None
) -> list[Hit]:
    """The terms that a text means, best first; terms that it does not mean are left out.

    Args:
        terms: IRI -> its copies, the one to believe first: candidates, and what obsolete ones lead to.
        text: as it was typed.
        limit: at least so many hits are told, if there are; None for all.
    """
    wanted = Wanted.of(text.strip(), fold(text), languages=ranking.languages)
    found: dict[str, _Place] = {}

    def keep(place: _Place) -> None:
        iri = place.copies[0].iri
        if iri not in found or place.order < found[iri].order:
            found[iri] = place

    unmet = []
    for iri, copies in terms.items():
        meeting = _meeting_of(iri, copies, wanted, ranking)
        if meeting is None:
            unmet.append(copies)
            continue
        if not copies[0].obsolete:
            keep(_place(copies, meeting, ranking))
            continue
        chain = chain_of(iri, terms, ranking.registry)
        led = _led_to(copies, meeting, chain, terms, ranking)
        for place in led:
            keep(place)
        if ranking.obsolete or meeting.tier == ID or (not led and meeting.tier < PREFIX):
            keep(_place(copies, meeting, ranking, chain=chain))
    for place in _same_concepts(unmet, list(found.values()), ranking):
        keep(place)
    best = sorted(found.values(), key=lambda place: place.order)
    return grouped(
        [_hit(place, ranking) for place in best[: None if limit is None else _SPARE * limit]], ranking
    )


def _meeting_of(iri: str, copies: Sequence[Term], wanted: Wanted, ranking: Ranking) -> Meeting | None:
    if iri in ranking.ids:
        return Meeting(ID, "id", SpokenName(wanted.text, wanted.key, "label"), phrase="its id")
    return best_meeting(wanted, spoken_names(copies)) if wanted.key else None


def _same_concepts(unmet: Sequence[Sequence[Term]], met: Sequence[_Place], ranking: Ranking) -> list[_Place]:
    """The places of terms that the text does not name, but that have the label of one that it names exactly."""
    exact: dict[str, _Place] = {}
    for place in met:
        if unmet and place.meeting.tier < INEXACT and not place.copies[0].obsolete:
            exact.setdefault(loose(concept_key(place.copies[0])), place)
    found = []
    for copies in unmet if exact else ():
        other = exact.get(loose(concept_key(copies[0])))
        if other is None or copies[0].obsolete or ranking.home(copies[0]) == other.home:
            continue
        phrase = f"{other.meeting.phrase} of {ranking.registry.curie(other.copies[0].iri)}, the same concept"
        found.append(_place(copies, replace(other.meeting, tier=RELATED, phrase=phrase), ranking))
    return found


def _led_to(
    copies: Sequence[Term],
    meeting: Meeting,
    chain: Chain,
    terms: Mapping[str, Sequence[Term]],
    ranking: Ranking,
) -> list[_Place]:
    """The places of what replaces an obsolete term, or may do so."""
    old = copies[0]
    has = {"id": "id", "label": "label"}.get(meeting.match, "name")
    what = f"obsolete {ranking.registry.curie(old.iri)}, which has this {has}"
    if meeting.tier >= INEXACT:
        what = f"obsolete {ranking.registry.curie(old.iri)} (“{old.label}”): {meeting.phrase}"
    if len(chain.ends) == 1:
        phrase = f"replaces {what}"
    elif chain.ends:
        phrase = f"one of {len(chain.ends)} that replace {what}; choose"
    else:
        phrase = f"to be considered instead of {what}; choose"
        meeting = replace(meeting, tier=max(meeting.tier, RELATED))
    meeting = replace(meeting, rough=(meeting.rough[0], 1, meeting.rough[2]), phrase=phrase)
    return [
        _place(terms[iri], meeting, ranking, replaces=old.iri)
        for iri in chain.ends or chain.consider
        if terms.get(iri) and not terms[iri][0].obsolete
    ]


def _place(
    copies: Sequence[Term], meeting: Meeting, ranking: Ranking, *,
    chain: Chain | None = None, replaces: str | None = None,
) -> _Place:  # fmt: skip
    term = copies[0]
    home = ranking.home(term)
    inside = ranking.is_inside(term.iri, home)
    tier, foreign, distance, case, derived, cut = meeting.order
    order = (
        int(term.obsolete), _band(tier, inside), tier, foreign, distance, ranking.position(home), case, derived, cut,
        int(not term.defining), meeting.kind, -_use(copies, home, ranking), len(term.label), term.iri,
    )  # fmt: skip
    return _Place(copies, meeting, home, inside, order, chain, replaces)


def _hit(place: _Place, ranking: Ranking) -> Hit:
    term = place.copies[0]
    label, language = _label(place.copies, ranking.languages)
    reason = place.meeting.phrase
    if ranking.policy is not None:
        reason += f"; {_fitting(place, ranking)} {ranking.policy.title}" + ("" if place.inside else " takes")
    if term.obsolete:
        reason += "; obsolete" + ("" if place.chain and place.chain.ends else ", nothing replaces it")
    return Hit(
        iri=term.iri,
        curie=ranking.registry.curie(term.iri),
        label=label,
        language=language,
        ontology=place.home,
        match=place.meeting.match,
        matched=place.meeting.name.text,
        reason=reason,
        obsolete=term.obsolete,
        replaced_by=place.chain.iris if place.chain else (),
        definition=next((copy.definition for copy in place.copies if copy.definition), None),
        tier=place.meeting.tier,
        inside=place.inside,
        replaces=place.replaces,
        order=place.order,
        term=term,
    )


def _use(copies: Sequence[Term], home: str, ranking: Ranking) -> int:
    """How much a term is used: in our own graph; among equals, what the starter vocabulary has is of daily use.

    Its copies are known by this: they are of the term's home, and yet not defining.
    """
    daily = any(copy.ontology == home and not copy.defining for copy in copies)
    return 2 * ranking.usage.get(copies[0].iri, 0) + daily


def _band(tier: int, inside: bool | None) -> int:
    """What a field takes before what it does not: a name elsewhere is behind all but misspelt names inside."""
    if inside is None or tier == ID:
        return 0
    if inside:
        return 0 if tier <= VARIANT else 3 if tier >= CLOSE else 1
    return 2 if tier <= VARIANT else 4


def _fitting(place: _Place, ranking: Ranking) -> str:
    if not place.inside:
        return "outside what"
    return "preferred for" if ranking.position(place.home) == 0 else "accepted for"


def _label(copies: Sequence[Term], languages: Sequence[str]) -> tuple[str, str]:
    """The label in the first language that any copy has it in, and that language; unstated ones count as English."""
    for language in [*languages, "en"]:
        wanted = language.lower().partition("-")[0]
        for copy in copies:
            text, found = copy.label_in((language,))
            told = found.partition("-")[0] == wanted or (wanted == "en" and not found)
            if told and any(name.kind == "label" for name in copy.names):
                return text, found
    named = next((copy for copy in copies if any(name.kind == "label" for name in copy.names)), copies[0])
    return named.label_in(languages)
