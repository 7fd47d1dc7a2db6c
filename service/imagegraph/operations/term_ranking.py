"""Which of several terms a text means, best first, and why: pure functions over terms.

The tier of a hit comes from comparing the text with the term's own names, whoever offered the term: an
index or a remote service is only believed to know candidates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term
from imagegraph.operations.term_chains import Chain, chain_of
from imagegraph.operations.term_grouping import grouped
from imagegraph.operations.term_hits import Hit, Ranking, SameTerm
from imagegraph.operations.term_matching import (
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
from imagegraph.operations.term_names import SpokenName, spoken_names

__all__ = ["Hit", "Ranking", "SameTerm", "rank"]


def rank(terms: Mapping[str, Sequence[Term]], text: str, ranking: Ranking) -> list[Hit]:
    """The terms that a text means, best first; terms that it does not mean are left out.

    Args:
        terms: IRI -> its copies, the one to believe first: candidates, and what obsolete ones lead to.
        text: as it was typed.
    """
    wanted = Wanted.of(text.strip(), fold(text))
    found: dict[str, Hit] = {}

    def keep(hit: Hit) -> None:
        if hit.iri not in found or hit.order < found[hit.iri].order:
            found[hit.iri] = hit

    for iri, copies in terms.items():
        meeting = _meeting_of(iri, copies, wanted, ranking)
        if meeting is None:
            continue
        if not copies[0].obsolete:
            keep(_hit(copies, meeting, ranking))
            continue
        chain = chain_of(iri, terms, ranking.registry)
        led = [hit for hit in _led_to(copies, meeting, chain, terms, ranking) if hit is not None]
        for hit in led:
            keep(hit)
        if ranking.obsolete or meeting.tier == ID or (not led and meeting.tier < PREFIX):
            keep(_hit(copies, meeting, ranking, chain=chain))
    return grouped(sorted(found.values(), key=lambda hit: hit.order), ranking)


def _meeting_of(iri: str, copies: Sequence[Term], wanted: Wanted, ranking: Ranking) -> Meeting | None:
    if iri in ranking.ids:
        return Meeting(ID, "id", SpokenName(wanted.text, wanted.key, "label"), phrase="its id")
    return best_meeting(wanted, spoken_names(copies)) if wanted.key else None


def _led_to(
    copies: Sequence[Term],
    meeting: Meeting,
    chain: Chain,
    terms: Mapping[str, Sequence[Term]],
    ranking: Ranking,
) -> list[Hit | None]:
    """The hits for what replaces an obsolete term, or may do so."""
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
        _hit(terms[iri], meeting, ranking, replaces=old.iri)
        for iri in chain.ends or chain.consider
        if terms.get(iri) and not terms[iri][0].obsolete
    ]


def _hit(
    copies: Sequence[Term], meeting: Meeting, ranking: Ranking, *,
    chain: Chain | None = None, replaces: str | None = None,
) -> Hit:  # fmt: skip
    term = copies[0]
    label, language = _label(copies, ranking.languages)
    inside = ranking.is_inside(term)
    reason = "; ".join(part for part in (meeting.phrase, _fitting(term, inside, ranking)) if part)
    if term.obsolete:
        reason += "; obsolete" + ("" if chain and chain.ends else ", nothing replaces it")
    tier, distance, case, derived, cut = meeting.order
    return Hit(
        iri=term.iri,
        curie=ranking.registry.curie(term.iri),
        label=label,
        language=language,
        ontology=ranking.home(term),
        match=meeting.match,
        matched=meeting.name.text,
        reason=reason,
        obsolete=term.obsolete,
        replaced_by=chain.iris if chain else (),
        definition=next((copy.definition for copy in copies if copy.definition), None),
        tier=tier,
        inside=inside,
        replaces=replaces,
        order=(
            int(term.obsolete), _band(tier, inside), tier, distance, ranking.position(term), case, derived, cut,
            int(not term.defining), -_use(copies, ranking), meeting.kind, len(label), term.iri,
        ),
        term=term,
    )  # fmt: skip


def _use(copies: Sequence[Term], ranking: Ranking) -> int:
    """How much a term is used: in our own graph; among equals, what the starter vocabulary has is of daily use.

    Its copies are known by this: they are of the term's home, and yet not defining.
    """
    home = ranking.home(copies[0])
    daily = any(copy.ontology == home and not copy.defining for copy in copies)
    return 2 * ranking.usage.get(copies[0].iri, 0) + daily


def _band(tier: int, inside: bool | None) -> int:
    """What a field takes before what it does not: a name elsewhere is behind all but misspelt names inside."""
    if inside is None or tier == ID:
        return 0
    if inside:
        return 0 if tier <= VARIANT else 3 if tier >= CLOSE else 1
    return 2 if tier <= VARIANT else 4


def _fitting(term: Term, inside: bool | None, ranking: Ranking) -> str:
    if ranking.policy is None:
        return ""
    title = ranking.policy.title
    if inside:
        return f"preferred for {title}" if ranking.position(term) == 0 else f"accepted for {title}"
    return f"outside what {title} takes"


def _label(copies: Sequence[Term], languages: Sequence[str]) -> tuple[str, str]:
    """The label in the language that is wanted, also when only another copy has it."""
    for language in languages:
        for copy in copies:
            text, found = copy.label_in((language,))
            if found and found.partition("-")[0] == language.lower().partition("-")[0]:
                return text, found
        if language.lower().partition("-")[0] == "en":
            break
    named = next((copy for copy in copies if any(name.kind == "label" for name in copy.names)), copies[0])
    return named.label_in(languages)
